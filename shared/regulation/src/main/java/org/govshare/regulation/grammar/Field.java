package org.govshare.regulation.grammar;

import java.util.List;
import java.util.Map;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;

/**
 * Something an action must state.
 *
 * @param kind what a value must be
 * @param options for {@link Kind#ONE_OF}: the values, each with the effects it brings
 */
public record Field(String name, Text title, Kind kind, Map<String, List<String>> options, Basis basis) {
    /** How far a date may lie ahead or back, in years. */
    public static final int MOST_YEARS = 10;

    /** What a field's value must be. */
    public enum Kind {
        TEXT,
        DATE,
        /** A date after the day on which it is stated, at most {@value #MOST_YEARS} years ahead. */
        FUTURE_DATE,
        /** A date up to the day on which it is stated, at most {@value #MOST_YEARS} years back. */
        PAST_DATE,
        ONE_OF,
        /** The name of a field required at the opening of the case. */
        OPENING_FIELD,
        /** The names of one or more of these, with commas between them. */
        OPENING_FIELDS,
        /** The name of a breach that the article lists; only at the opening of an organ's act. */
        BREACH,
        /** What an organ found, required where its act is about no late clock; only at the opening of an organ's act. */
        FINDING
    }
}
