/** Numbers about what waits in the database, read at intervals and shown at {@code /q/metrics}. */
package org.govshare.platform.gauge;
