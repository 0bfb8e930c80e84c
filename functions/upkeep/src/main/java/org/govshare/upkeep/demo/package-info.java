/** This function's chapter of the demo: the trail and the tables are verified. */
package org.govshare.upkeep.demo;
