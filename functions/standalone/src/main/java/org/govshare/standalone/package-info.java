/** All functions in one process, and the command line that starts them or works with them. */
package org.govshare.standalone;
