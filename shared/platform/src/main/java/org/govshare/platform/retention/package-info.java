/** Payloads that are erased at the end of their periods: what a module declares of its own. */
package org.govshare.platform.retention;
