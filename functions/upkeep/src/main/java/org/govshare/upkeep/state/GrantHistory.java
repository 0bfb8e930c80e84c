package org.govshare.upkeep.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.govshare.commands.trail.AuditEntry;

/** The grant of a case, computed from the acts in its chain. */
final class GrantHistory {
    /** The detail of an entry by which a case about the grant says what it did to it. */
    static final String ON_GRANT = "on-grant";

    private static final String NAME = "grant/";

    private boolean opened;
    private Optional<String> name = Optional.empty();
    private Optional<String> line = Optional.empty();
    private Optional<String> written = Optional.empty();
    private boolean erased;
    private Since openedAt = Since.NEVER;
    private final Set<UUID> suspendedBy = new TreeSet<>();
    private Since suspendedAt = Since.NEVER;
    private Since closedAt = Since.NEVER;

    /**
     * The moment since which something is the case.
     *
     * @param exact whether the moment in the grant's row equals the entry's, as it does from release 0.2 on
     */
    record Since(Optional<Instant> at, boolean exact) {
        static final Since NEVER = new Since(Optional.empty(), true);
    }

    /** @param full whether the act's entry has everything that determines its rows */
    void take(AuditEntry entry, boolean full) {
        for (String effect : List.of(entry.details.getOrDefault("effects", "").split(" "))) {
            Since now = new Since(Optional.of(entry.at), full);
            switch (effect) {
                case "open-grant" -> open(entry, now, full);
                default -> change(effect, entry, entry.caseId, now);
            }
        }
    }

    /** What a case about the grant did to it: an entry in the chain of the case that opened it, which names the other. */
    void takeActOn(AuditEntry entry) {
        change(
                entry.details.get(ON_GRANT),
                entry,
                UUID.fromString(entry.details.get("act")),
                new Since(Optional.of(entry.at), true));
    }

    private void change(String effect, AuditEntry entry, UUID by, Since now) {
        switch (effect) {
            case "suspend-grant" -> {
                suspendedAt = opened && suspendedAt.at().isEmpty() ? now : suspendedAt;
                suspendedBy.add(by);
            }
            case "resume-grant" -> {
                suspendedBy.remove(by);
                suspendedAt = suspendedBy.isEmpty() ? Since.NEVER : suspendedAt;
            }
            case "end-grant" -> closedAt = opened && closedAt.at().isEmpty() ? now : closedAt;
            case "widen-grant" -> contents(entry);
            default -> {}
        }
    }

    /** A second opening does not change the grant, but its entry repeats what the grant contains. */
    private void open(AuditEntry entry, Since now, boolean full) {
        openedAt = opened ? openedAt : now;
        opened = true;
        if (full) {
            contents(entry);
        }
    }

    private void contents(AuditEntry entry) {
        Optional<Map.Entry<String, String>> found = entry.details.entrySet().stream()
                .filter(detail -> detail.getKey().startsWith(NAME))
                .findFirst();
        name = found.map(Map.Entry::getKey);
        line = found.map(Map.Entry::getValue);
        written = Optional.ofNullable(entry.details.get("grant-text"));
        erased = false;
    }

    /** What people wrote in it was erased. */
    void erase() {
        erased = true;
    }

    boolean opened() {
        return opened;
    }

    /** The name of its detail, with its id; empty if it was not entered. */
    Optional<String> name() {
        return name;
    }

    Optional<String> line() {
        return line;
    }

    /** The keyed hash of what people wrote. */
    Optional<String> written() {
        return written;
    }

    boolean erased() {
        return erased;
    }

    Since openedAt() {
        return openedAt;
    }

    /** The cases that have suspended it and not resumed it. */
    Set<UUID> suspendedBy() {
        return suspendedBy;
    }

    Since suspendedAt() {
        return suspendedAt;
    }

    Since closedAt() {
        return closedAt;
    }
}
