/** Reads paths and query parameters strictly. */
package org.govshare.platform.query;
