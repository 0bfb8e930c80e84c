/** 监督: acts of organs about a breach, of every kind that the packs have. */
package org.govshare.supervision;
