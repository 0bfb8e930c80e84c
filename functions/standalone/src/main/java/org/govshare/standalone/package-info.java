/** All functions in one process, and the command line that starts them or works beside them. */
package org.govshare.standalone;
