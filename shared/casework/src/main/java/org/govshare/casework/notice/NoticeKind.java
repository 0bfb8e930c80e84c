package org.govshare.casework.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a notice is: software reminds and proposes, and withdraws what a recount or an extension has annulled. An organ's
 * own act is told of as an order, whatever it orders, bars or returns, or as a circular; when it is taken back, as a
 * withdrawal. Of a report the organ is reminded, because it is the organ's turn.
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
