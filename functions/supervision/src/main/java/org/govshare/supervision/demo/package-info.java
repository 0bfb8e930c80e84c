/** This function's chapter of the demo: an organ orders correction. */
package org.govshare.supervision.demo;
