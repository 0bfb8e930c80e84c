package org.govshare.regulation.calendar;

import java.time.LocalDate;

/**
 * What a notice says of one day.
 *
 * @param off a day off; else a make-up working day
 * @param festival for the sake of which, in Chinese
 */
public record Ruling(LocalDate date, boolean off, String festival) {}
