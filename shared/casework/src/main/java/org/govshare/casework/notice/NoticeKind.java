package org.govshare.casework.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a notice is: rungs remind and propose, and a recount or an extension withdraws what it annuls. The pack says of
 * which kind the notice of an action is, such as an order or a circular.
 */
public enum NoticeKind {
    REMINDER,
    PROPOSAL,
    ORDER,
    CIRCULAR,
    WITHDRAWAL;

    /** The word in tables and answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this word; empty for any other word. */
    public static Optional<NoticeKind> of(String text) {
        return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
