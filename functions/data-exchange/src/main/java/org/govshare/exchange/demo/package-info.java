/** This function's chapter of the demo: rows are read under a grant. */
package org.govshare.exchange.demo;
