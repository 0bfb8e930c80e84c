package org.govshare.platform.query;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The position where a page of a list ended that begins with the newest item; as text, the {@code next} of that page.
 */
public record PageCursor(Instant at, UUID id) {
    /** PostgreSQL has no moment much later than this. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** The position before the newest item. */
    public static final PageCursor NEWEST = new PageCursor(LAST, new UUID(0, 0));

    private static final String BETWEEN = "|";

    /** Reads a cursor, {@code after}; empty for a value that no page can have returned. */
    public static Optional<PageCursor> parse(String after) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            int between = text.indexOf(BETWEEN);
            if (between >= 0) {
                Instant at = Instant.parse(text.substring(0, between));
                UUID id = UUID.fromString(text.substring(between + 1));
                if (!at.isBefore(Instant.EPOCH) && at.isBefore(LAST)) {
                    return Optional.of(new PageCursor(at, id))
                            .filter(cursor -> cursor.toString().equals(after));
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        String cursor = at + BETWEEN + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }
}
