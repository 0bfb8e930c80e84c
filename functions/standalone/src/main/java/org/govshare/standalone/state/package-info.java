/** Recomputes the tables of cases, deadlines, notices and grants from the trail and the law, and says which row differs. */
package org.govshare.standalone.state;
