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

    /** As it stands in tables and answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this word; nothing for any other. */
    public static Optional<NoticeKind> of(String text) {
        return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
