/** Makes all clocks: wall time, and the law's time that cases and deadlines look at. */
package org.govshare.platform.time;
