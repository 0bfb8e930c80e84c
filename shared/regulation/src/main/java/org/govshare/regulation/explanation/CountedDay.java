package org.govshare.regulation.explanation;

import java.time.LocalDate;
import java.util.List;
import org.govshare.regulation.calendar.DayKind;
import org.govshare.regulation.document.Text;

/**
 * One day of a period.
 *
 * @param number of the working day within the period; 0 for a day that is not counted
 * @param why it is counted or not
 * @param notices addresses of the notice that rules it, empty where none does
 */
public record CountedDay(
        LocalDate date, DayKind kind, int number, Text why, List<String> notices, boolean provisional) {}
