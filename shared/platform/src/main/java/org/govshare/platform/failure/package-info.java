/** Failures whose message is written for the user of the command line. */
package org.govshare.platform.failure;
