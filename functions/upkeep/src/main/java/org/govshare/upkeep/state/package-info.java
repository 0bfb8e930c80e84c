/** Recomputes the tables of cases, deadlines, notices and grants from the trail and the law; reports rows that differ. */
package org.govshare.upkeep.state;
