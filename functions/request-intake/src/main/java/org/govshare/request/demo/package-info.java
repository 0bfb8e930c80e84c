/** This function's chapter of the demo: a refusal is disputed. */
package org.govshare.request.demo;
