/** Payloads that are erased at the end of their periods; each module declares its own. */
package org.govshare.platform.retention;
