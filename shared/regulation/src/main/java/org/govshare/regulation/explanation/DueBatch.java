package org.govshare.regulation.explanation;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.calendar.DueDay;
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
     * with {@code #} are copied as they are, and so is a line that is not a question.
     *
     * @param flaws is given each line that is not a question, by its number, and of the mend
     * @return number of questions answered
     */
    public long run(BufferedReader lines, Appendable out, Consumer<String> flaws) throws IOException {
        long answered = 0;
        long number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            out.append(line);
            if (!line.isBlank() && line.charAt(0) != '#') {
                try {
                    append(due(line), out);
                    answered++;
                } catch (DateTimeParseException | IllegalArgumentException e) {
                    flaws.accept("Line " + number
                            + ": write a day like 2026-12-28, a tab, and a number of working days from 1 on");
                } catch (RegulationException e) {
                    flaws.accept("Line " + number + ": " + e.getMessage());
                }
            }
            out.append('\n');
        }
        return answered;
    }

    private DueDay due(String line) {
        var columns = line.split("\t", 3);
        if (columns.length < 2) {
            throw new IllegalArgumentException("no second column");
        }
        return calendar.due(LocalDate.parse(columns[0].strip()), Integer.parseInt(columns[1].strip()));
    }

    private static void append(DueDay due, Appendable out) throws IOException {
        out.append('\t').append(due.date().toString());
        if (due.provisional()) {
            out.append("\tprovisional");
        }
    }
}
