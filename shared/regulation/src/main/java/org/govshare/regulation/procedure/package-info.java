/** Decides, as a pure function, whether a command is lawful and what the case is after it. */
package org.govshare.regulation.procedure;
