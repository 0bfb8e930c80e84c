package org.govshare.registry;

import java.util.Locale;

/** What an agency is to its region's data sharing (Hebei art. 4). */
public enum AgencyKind {
    AGENCY,
    AUTHORITY,
    GOVERNMENT;

    /** The word in the CSV files and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this word; refuses any other. */
    public static AgencyKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
