package org.govshare.regulation.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.Resources;
import org.govshare.regulation.text.VisibleText;

/**
 * The State Council's notice for one year: the days it rules. A day it doesn't name is what its weekday says.
 *
 * @param addresses of the notice and of those that amend it
 */
public record HolidayNotice(int year, List<String> addresses, List<Ruling> rulings) {
    public HolidayNotice {
        addresses = List.copyOf(addresses);
        rulings = List.copyOf(rulings);
    }

    /**
     * The statutory festival days of its year that it does not rule off. A notice that leaves one out is probably
     * typed wrongly; the law on festival days is that of 2025, so earlier notices left some out rightly.
     */
    public List<LocalDate> missingStatutoryDays() {
        var off = rulings.stream().filter(Ruling::off).map(Ruling::date).toList();
        return CalendarRules.builtIn().festivals().stream()
                .flatMap(festival -> festival.daysOffIn(year).stream())
                .filter(day -> !off.contains(day))
                .toList();
    }

    static HolidayNotice builtIn(int year) {
        var file = "calendar/" + year + ".tsv";
        return read(file, Resources.text("/" + file));
    }

    /**
     * Reads a notice file: lines of tab-separated columns, {@code notice YEAR} first, then {@code address URL}, then
     * {@code DATE off|work FESTIVAL} in ascending order; {@code #} begins a comment line.
     *
     * @param file name for messages
     * @throws BrokenDocument naming the line and its mend
     */
    public static HolidayNotice read(String file, String text) {
        return new Reader(file).read(text);
    }

    /** Reads line by line and remembers what came before. */
    private static final class Reader {
        private final String file;
        private final List<String> addresses = new ArrayList<>();
        private final List<Ruling> rulings = new ArrayList<>();
        private final Set<LocalDate> days = new HashSet<>();
        private int year;
        private int line;

        Reader(String file) {
            this.file = file;
        }

        HolidayNotice read(String text) {
            for (var row : text.split("\r?\n", -1)) {
                line++;
                if (!row.isBlank() && !row.startsWith("#")) {
                    take(row.split("\t", -1));
                }
            }
            line = 0;
            require(year != 0, NoticeMessages.NO_YEAR);
            require(!addresses.isEmpty(), NoticeMessages.NO_ADDRESS);
            require(!rulings.isEmpty(), NoticeMessages.NO_DAY);
            return new HolidayNotice(year, addresses, rulings);
        }

        private void take(String[] columns) {
            if (columns[0].equals("notice")) {
                require(columns.length == 2 && year == 0, NoticeMessages.YEAR_COLUMNS);
                require(columns[1].matches("20\\d\\d"), NoticeMessages.yearForm(columns[1]));
                year = Integer.parseInt(columns[1]);
            } else if (columns[0].equals("address")) {
                require(columns.length == 2 && VisibleText.isIn(columns[1]), NoticeMessages.ADDRESS_COLUMNS);
                addresses.add(columns[1]);
            } else {
                require(year != 0, NoticeMessages.DAY_BEFORE_YEAR);
                require(columns.length == 3, NoticeMessages.DAY_COLUMNS);
                rulings.add(ruling(columns));
            }
        }

        private Ruling ruling(String[] columns) {
            var date = date(columns[0]);
            var decemberBefore = date.getYear() == year - 1
                    && !MonthDay.from(date).isBefore(CalendarRules.builtIn().provisionalFrom());
            require(date.getYear() == year || decemberBefore, NoticeMessages.notRuled(date, year));
            require(days.add(date), NoticeMessages.ruledTwice(date));
            require(columns[1].equals("off") || columns[1].equals("work"), NoticeMessages.offOrWork(columns[1]));
            require(VisibleText.isIn(columns[2]), NoticeMessages.NO_FESTIVAL);
            return new Ruling(date, columns[1].equals("off"), columns[2]);
        }

        private LocalDate date(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw flaw(NoticeMessages.dateForm(text));
            }
        }

        private void require(boolean holds, NoticeMessages.Flawed otherwise) {
            if (!holds) {
                throw flaw(otherwise);
            }
        }

        private BrokenDocument flaw(NoticeMessages.Flawed found) {
            return new BrokenDocument(List.of(new Flaw(file, line, "", found.what(), found.mend(), found.zh())));
        }
    }
}
