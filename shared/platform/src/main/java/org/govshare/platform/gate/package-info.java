/** Checks every HTTP request before anything else reads it, and decides what reaches Funqy. */
package org.govshare.platform.gate;
