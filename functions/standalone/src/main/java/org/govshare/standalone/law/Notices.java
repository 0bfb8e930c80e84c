package org.govshare.standalone.law;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.govshare.platform.failure.CommandException;
import org.govshare.regulation.calendar.HolidayNotice;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.text.TextReader;
import org.govshare.regulation.text.UnreadableText;
import picocli.CommandLine.Option;

/** The calendar that a command counts with: the built-in notices and, in addition, those of an operator's files. */
public final class Notices {
    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            description = "A State Council's holiday notice that is not built in, or that amends one, as calendar load"
                    + " takes it (docs/calendar.md); repeatable.")
    private List<Path> files = new ArrayList<>();

    /** What looks mistyped is reported on the given writer. */
    WorkingCalendar calendar(PrintWriter err) {
        List<HolidayNotice> notices = new ArrayList<>();
        for (Path file : files) {
            HolidayNotice notice = HolidayNotice.read(file.toString(), text(file));
            warn(notice, err);
            notices.add(notice);
        }
        // One year after another, in whatever order they were named.
        notices.sort(Comparator.comparing(HolidayNotice::year));
        WorkingCalendar calendar = WorkingCalendar.builtIn();
        for (HolidayNotice notice : notices) {
            calendar = calendar.with(notice);
        }
        return calendar;
    }

    /** A notice that leaves a statutory day out is probably typed wrongly; only the one who reads it can tell. */
    public static void warn(HolidayNotice notice, PrintWriter err) {
        List<LocalDate> missing = notice.missingStatutoryDays();
        if (!missing.isEmpty()) {
            err.println("govshare: the notice does not rule off these statutory festival days: " + missing);
        }
    }

    /** The text of a notice file. */
    public static String text(Path file) {
        try {
            return TextReader.whole(file);
        } catch (UnreadableText e) {
            throw new CommandException(e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException("the file " + file + " cannot be read", e);
        }
    }
}
