package org.govshare.regulation.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One day and why it counts or does not.
 *
 * @param festival in Chinese, where there is one
 * @param notices addresses of the notice that rules it, empty where none does
 * @param provisional the notice that could rule it is not known yet
 */
public record Day(LocalDate date, DayKind kind, Optional<String> festival, List<String> notices, boolean provisional) {}
