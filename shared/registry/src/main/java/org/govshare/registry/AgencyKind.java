package org.govshare.registry;

import java.util.Locale;

/** The part of an agency in its region's data sharing (Hebei art. 4). */
public enum AgencyKind {
    AGENCY,
    AUTHORITY,
    GOVERNMENT;

    /** The word in the CSV files and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this word; throws for any other word. */
    public static AgencyKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
