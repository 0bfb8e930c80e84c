/** Plays the chapters of all functions, and does for them what an operator does. */
package org.govshare.standalone.demo;
