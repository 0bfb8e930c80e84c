/** Reads CloudEvents from outside in all modes of the HTTP binding, and checks them. */
package org.govshare.platform.event;
