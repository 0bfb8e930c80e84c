package org.govshare.regulation.clock;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.calendar.WorkingCalendar;

/** Answers many due questions in one pass: a received day and a number of working days on each line. */
public final class DueBatch {
    private final WorkingCalendar calendar;

    public DueBatch(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * Copies each line with the due day appended in a column of its own, and {@code provisional} in another where it
     * is so. Columns are separated by tabs; further columns of the line are kept; empty lines and lines that begin
     * with {@code #} are copied as they are.
     *
     * @return number of questions answered
     * @throws RegulationException naming the first line that is no question; those before it are written
     */
    public long run(BufferedReader lines, Appendable out) throws IOException {
        long answered = 0;
        long number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            out.append(line);
            if (!line.isBlank() && line.charAt(0) != '#') {
                var due = answer(line, number);
                out.append('\t').append(due);
                answered++;
            }
            out.append('\n');
        }
        return answered;
    }

    private String answer(String line, long number) {
        try {
            var columns = line.split("\t", 3);
            if (columns.length > 1) {
                var due = calendar.due(LocalDate.parse(columns[0]), Integer.parseInt(columns[1].strip()));
                return due.provisional()
                        ? due.date() + "\tprovisional"
                        : due.date().toString();
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw broken(number, e);
        }
        throw broken(number, null);
    }

    private static RegulationException broken(long number, Exception cause) {
        return new RegulationException(
                "Line " + number + ": write a day like 2026-12-28, a tab, and a number of working days from 1 on",
                cause);
    }
}
