/** The working calendar in force in this process, and the holiday notices that operators load. */
package org.govshare.casework.calendar;
