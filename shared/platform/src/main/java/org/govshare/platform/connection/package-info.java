/** Watches the server's connections, so that silent or slow clients keep nobody out. */
package org.govshare.platform.connection;
