package org.govshare.platform.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accepts exactly the times that RFC 3339 section 5.6 defines. */
final class Rfc3339 {
    private static final int LEAP_SECOND = 60;
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[Tt](\\d{2}):(\\d{2}):(\\d{2})(\\.\\d+)?([Zz]|([+-])(\\d{2}):(\\d{2}))");

    private Rfc3339() {}

    /** Whether the text is a time. A leap second is valid only where UTC can have one, at the end of a month (5.7). */
    static boolean isTime(String text) {
        Matcher part = FORM.matcher(text);
        if (!part.matches()) {
            return false;
        }
        try {
            int second = number(part, 6);
            LocalDateTime minute = LocalDate.of(number(part, 1), number(part, 2), number(part, 3))
                    .atTime(LocalTime.of(number(part, 4), number(part, 5), second == LEAP_SECOND ? 0 : second));
            return second != LEAP_SECOND ? isOffset(part) : isOffset(part) && endsMonth(inUtc(minute, part));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isOffset(Matcher part) {
        return part.group(9) == null || number(part, 10) < 24 && number(part, 11) < 60;
    }

    private static LocalDateTime inUtc(LocalDateTime local, Matcher part) {
        if (part.group(9) == null) {
            return local;
        }
        int minutes = number(part, 10) * 60 + number(part, 11);
        return local.minusMinutes(part.group(9).equals("+") ? minutes : -minutes);
    }

    private static boolean endsMonth(LocalDateTime minute) {
        return minute.toLocalTime().equals(LAST_MINUTE)
                && minute.toLocalDate().plusDays(1).getDayOfMonth() == 1;
    }

    private static int number(Matcher part, int group) {
        return Integer.parseInt(part.group(group));
    }
}
