/** The working days of China by the State Council's notices; days that no notice rules yet are provisional. */
package org.govshare.regulation.calendar;
