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
            require(year != 0, "it names no year", "Begin with: notice, tab, the year", "没有年份。首行写：notice、制表符、年份");
            require(
                    !addresses.isEmpty(),
                    "it names no source",
                    "Add a line: address, tab, where the notice is",
                    "没有出处。加一行：address、制表符、通知的网址");
            require(
                    !rulings.isEmpty(),
                    "it rules no day",
                    "Add lines: date, tab, off or work, tab, festival",
                    "没有任何日期。加若干行：日期、制表符、off 或 work、制表符、节日");
            return new HolidayNotice(year, addresses, rulings);
        }

        private void take(String[] columns) {
            if (columns[0].equals("notice")) {
                require(
                        columns.length == 2 && year == 0,
                        "one year belongs here, once",
                        "Write: notice, tab, year",
                        "年份只写一次、一个。写：notice、制表符、年份");
                require(
                        columns[1].matches("20\\d\\d"),
                        "\"" + columns[1] + "\" is no year",
                        "Write one like 2027",
                        "“" + columns[1] + "”不是年份。写成 2027 这样");
                year = Integer.parseInt(columns[1]);
            } else if (columns[0].equals("address")) {
                require(
                        columns.length == 2 && VisibleText.isIn(columns[1]),
                        "one address belongs here",
                        "Write: address, tab, where the notice is",
                        "每行写一个网址。写：address、制表符、通知的网址");
                addresses.add(columns[1]);
            } else {
                require(
                        year != 0,
                        "a day stands before the year",
                        "Begin with: notice, tab, the year",
                        "日期写在了年份之前。首行写：notice、制表符、年份");
                require(
                        columns.length == 3,
                        "three columns belong here",
                        "Write: date, off or work, festival",
                        "每行三列。写：日期、off 或 work、节日，以制表符隔开");
                rulings.add(ruling(columns));
            }
        }

        private Ruling ruling(String[] columns) {
            var date = date(columns[0]);
            var decemberBefore = date.getYear() == year - 1
                    && !MonthDay.from(date).isBefore(CalendarRules.builtIn().provisionalFrom());
            require(
                    date.getYear() == year || decemberBefore,
                    date + " is not ruled by the notice for " + year,
                    "Keep days of that year, and of the end of December before it",
                    date + " 不归 " + year + " 年的通知规定。只写当年和上年 12 月底的日期");
            require(days.add(date), date + " is ruled twice", "Keep one of the lines", date + " 重复。只留一行");
            require(
                    columns[1].equals("off") || columns[1].equals("work"),
                    "\"" + columns[1] + "\" is neither off nor work",
                    "Write one of the two",
                    "“" + columns[1] + "”既不是 off 也不是 work。写其中之一");
            require(
                    VisibleText.isIn(columns[2]),
                    "the festival is missing",
                    "Name it in the third column",
                    "没有节日。写在第三列");
            return new Ruling(date, columns[1].equals("off"), columns[2]);
        }

        private LocalDate date(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw flaw(
                        "\"" + text + "\" is no date",
                        "Write one like 2027-01-01",
                        "“" + text + "”不是日期。写成 2027-01-01 这样");
            }
        }

        /** @param zh what is wrong and its mend */
        private void require(boolean holds, String what, String mend, String zh) {
            if (!holds) {
                throw flaw(what, mend, zh);
            }
        }

        private BrokenDocument flaw(String what, String mend, String zh) {
            return new BrokenDocument(List.of(new Flaw(file, line, "", what, mend, zh)));
        }
    }
}
