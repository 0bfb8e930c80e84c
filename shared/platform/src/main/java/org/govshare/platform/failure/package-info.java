/** Failures whose message is written for the person who typed the command. */
package org.govshare.platform.failure;
