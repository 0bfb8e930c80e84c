package org.govshare.regulation.calendar;

import java.time.LocalDate;

/**
 * The last day of a period.
 *
 * @param provisional it lies beyond the last known notice
 */
public record DueDay(LocalDate date, boolean provisional) {}
