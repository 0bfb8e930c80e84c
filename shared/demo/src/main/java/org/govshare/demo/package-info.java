/** The stage of the demo: the law's clock, a client, the cities' receivers and the page, on which functions' chapters play. */
package org.govshare.demo;
