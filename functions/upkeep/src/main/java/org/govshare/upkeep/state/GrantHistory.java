package org.govshare.upkeep.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.commands.trail.AuditEntry;

/** The grant of a case, as the acts in its chain made it. */
final class GrantHistory {
    private static final String NAME = "grant/";

    private boolean opened;
    private Optional<String> name = Optional.empty();
    private Optional<String> line = Optional.empty();
    private Optional<String> written = Optional.empty();
    private boolean erased;
    private Since openedAt = Since.NEVER;
    private Since suspendedAt = Since.NEVER;
    private Since closedAt = Since.NEVER;

    /**
     * Since when something holds.
     *
     * @param exact whether the grant's own moment is the entry's, as it is from release 0.2 on
     */
    record Since(Optional<Instant> at, boolean exact) {
        static final Since NEVER = new Since(Optional.empty(), true);
    }

    /** @param full whether the act was entered with all that its rows follow from */
    void take(AuditEntry entry, boolean full) {
        for (String effect : List.of(entry.details.getOrDefault("effects", "").split(" "))) {
            Since now = new Since(Optional.of(entry.at), full);
            switch (effect) {
                case "open-grant" -> open(entry, now, full);
                case "suspend-grant" -> suspendedAt = opened && suspendedAt.at().isEmpty() ? now : suspendedAt;
                case "resume-grant" -> suspendedAt = Since.NEVER;
                case "end-grant" -> closedAt = opened && closedAt.at().isEmpty() ? now : closedAt;
                default -> {}
            }
        }
    }

    /** A second opening keeps the grant as it is, but says anew what it holds. */
    private void open(AuditEntry entry, Since now, boolean full) {
        openedAt = opened ? openedAt : now;
        opened = true;
        if (full) {
            Optional<Map.Entry<String, String>> told = entry.details.entrySet().stream()
                    .filter(detail -> detail.getKey().startsWith(NAME))
                    .findFirst();
            name = told.map(Map.Entry::getKey);
            line = told.map(Map.Entry::getValue);
            written = Optional.ofNullable(entry.details.get("grant-text"));
            erased = false;
        }
    }

    /** What people wrote in it is gone. */
    void erase() {
        erased = true;
    }

    boolean opened() {
        return opened;
    }

    /** Name of its detail, with its id; nothing where it was not entered. */
    Optional<String> name() {
        return name;
    }

    Optional<String> line() {
        return line;
    }

    /** Keyed hash of what people wrote. */
    Optional<String> written() {
        return written;
    }

    boolean erased() {
        return erased;
    }

    Since openedAt() {
        return openedAt;
    }

    Since suspendedAt() {
        return suspendedAt;
    }

    Since closedAt() {
        return closedAt;
    }
}
