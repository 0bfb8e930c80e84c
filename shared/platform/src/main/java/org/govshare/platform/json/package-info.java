/** Reads JSON from outside strictly and within limits, and writes its canonical form for digests. */
package org.govshare.platform.json;
