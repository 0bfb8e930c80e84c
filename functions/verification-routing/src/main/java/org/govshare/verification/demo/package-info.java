/** This function's chapter of the demo: a doubt is verified and repaired. */
package org.govshare.verification.demo;
