/** What becomes of rungs when they fire or when their clock moves, and who is notified. */
package org.govshare.casework.rung;
