/** Chooses Chinese or English for a reader. */
package org.govshare.platform.language;
