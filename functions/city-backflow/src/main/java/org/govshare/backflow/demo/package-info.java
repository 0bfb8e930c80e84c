/** This function's chapter of the demo: rows flow back to the cities and are counted. */
package org.govshare.backflow.demo;
