/** 归集与共享: takes records from their providers, and lets grantees read rows. */
package org.govshare.exchange;
