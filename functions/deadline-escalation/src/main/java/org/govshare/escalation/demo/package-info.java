/** This function's chapter of the demo: a reply runs late. */
package org.govshare.escalation.demo;
