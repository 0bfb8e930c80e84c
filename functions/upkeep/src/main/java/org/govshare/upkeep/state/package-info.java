/** Recomputes cases, deadlines, notices and grants from the trail and the law, and reports rows that differ. */
package org.govshare.upkeep.state;
