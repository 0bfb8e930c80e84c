package org.govshare.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The days of law on which an entry is valid: from the first day to the day before {@code until}.
 *
 * @param from the first day; {@link LocalDate#MIN} if it is not known
 * @param until the first day on which it is no longer valid; {@link LocalDate#MAX} while no end is known
 */
public record Validity(LocalDate from, LocalDate until) {

    /** A validity without known bounds. */
    public static final Validity ALWAYS = new Validity(LocalDate.MIN, LocalDate.MAX);

    public Validity {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a validity ends after it begins");
        }
    }

    /** The form in answers: the bounds that are known. */
    @JsonValue
    Map<String, LocalDate> known() {
        Map<String, LocalDate> known = new LinkedHashMap<>();
        if (!from.equals(LocalDate.MIN)) {
            known.put("from", from);
        }
        if (!until.equals(LocalDate.MAX)) {
            known.put("until", until);
        }
        return known;
    }

    /** Whether the entry is valid on this day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** Whether there is a day on which both are valid. */
    public boolean overlaps(Validity other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
