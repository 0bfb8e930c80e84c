/** Limits how often a sender or an address may call. */
package org.govshare.platform.rate;
