/** Watches the server's connections, so that silent or slow clients do not keep others out. */
package org.govshare.platform.connection;
