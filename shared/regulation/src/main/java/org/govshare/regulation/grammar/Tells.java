package org.govshare.regulation.grammar;

import java.util.List;

/**
 * A notice that an action gives.
 *
 * @param to names of the parties that it goes to
 */
public record Tells(Kind kind, List<String> to) {
    public Tells {
        to = List.copyOf(to);
    }

    /** What an action can give notice of; proposals come from rungs alone. */
    public enum Kind {
        /** It is the addressee's turn. */
        REMINDER,
        /** An organ orders something, or upholds what it ordered. */
        ORDER,
        /** An organ criticises. */
        CIRCULAR,
        /** What an earlier notice said no longer holds. */
        WITHDRAWAL
    }
}
