package org.govshare.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The law days on which an entry counts: from the first, to the day before the last.
 *
 * @param from the first day; {@link LocalDate#MIN} when it is older than our records
 * @param until the first day on which it no longer counts; {@link LocalDate#MAX} while no end is known
 */
public record Validity(LocalDate from, LocalDate until) {

    /** Without known bounds. */
    public static final Validity ALWAYS = new Validity(LocalDate.MIN, LocalDate.MAX);

    public Validity {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a validity ends after it begins");
        }
    }

    /** As it is answered: the bounds that are known. */
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

    /** Whether the entry counts on this day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** Whether there is a day on which both count. */
    public boolean overlaps(Validity other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
