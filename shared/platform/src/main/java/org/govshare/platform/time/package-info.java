/** Makes all clocks: wall time, and the law's time that cases and deadlines use. */
package org.govshare.platform.time;
