package org.govshare.upkeep.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.ClockLine;
import org.govshare.casework.notice.GivenNotice;
import org.govshare.commands.trail.AuditEntry;

/**
 * The state of a case, computed from the entries of its chain one after another. Entries from before release 0.2 have
 * steps and rungs, but not clocks, grants and notices: if such an entry touched one of these, its state is unknown.
 */
final class CaseHistory {
    private final Map<UUID, ClockLine> clocks = new HashMap<>();
    private final Map<UUID, String> reasons = new HashMap<>();
    private final Map<UUID, Given> notices = new HashMap<>();
    private final Set<Instant> silent = new HashSet<>();
    private final RungHistory rungs = new RungHistory();
    private final GrantHistory grant = new GrantHistory();
    private Optional<AuditEntry> opening = Optional.empty();
    private Optional<AuditEntry> lastAct = Optional.empty();
    private Optional<Instant> erasedAt = Optional.empty();
    private boolean factsErased;
    private boolean older;

    /** A notice's digest, and when it was given. */
    record Given(String digest, Instant at) {}

    void take(AuditEntry entry) {
        if (entry.details.containsKey("from") && entry.details.containsKey("to")) {
            act(entry);
        } else if (entry.action.startsWith("escalated-") || entry.action.equals("annulled-rung")) {
            rungs.take(entry, !entry.action.equals("annulled-rung"));
            given(entry, entry.details.containsKey("projection"));
        } else if (entry.action.equals("erased")) {
            erase(entry);
        } else if (entry.details.containsKey(GrantHistory.ON_GRANT)) {
            grant.takeActOn(entry);
        }
    }

    private void act(AuditEntry entry) {
        boolean full = entry.details.containsKey("leg");
        if (!full) {
            older = true;
            clocks.clear();
        }
        if (opening.isEmpty()) {
            opening = Optional.of(entry);
        }
        lastAct = Optional.of(entry);
        factsErased = false;
        ClockLine.in(entry.details).forEach(line -> {
            clocks.put(line.id(), line.after(Optional.ofNullable(clocks.get(line.id()))));
            Optional.ofNullable(entry.details.get(line.reasonsName())).ifPresent(hash -> reasons.put(line.id(), hash));
        });
        grant.take(entry, full);
        given(entry, full);
    }

    private void given(AuditEntry entry, boolean full) {
        GivenNotice.in(entry.details).forEach((id, digest) -> notices.put(id, new Given(digest, entry.at)));
        if (!full) {
            silent.add(entry.at);
        }
    }

    private void erase(AuditEntry entry) {
        erasedAt = Optional.of(entry.at);
        factsErased = true;
        grant.erase();
        clocks.replaceAll((id, line) -> line.erased());
        reasons.clear();
    }

    /** Whether the chain has an entry about the case. */
    boolean exists() {
        return opening.isPresent();
    }

    /** The opening, if its entry has everything that determines the case's row. */
    Optional<AuditEntry> opening() {
        return opening.filter(entry -> entry.details.containsKey("packs"));
    }

    Instant openedAt() {
        return opening.orElseThrow().at;
    }

    AuditEntry lastAct() {
        return lastAct.orElseThrow();
    }

    /** The keyed hash of the facts after the last act; empty if that was entered before release 0.2. */
    Optional<String> facts() {
        return lastAct.map(entry -> entry.details.get("facts"));
    }

    boolean factsErased() {
        return factsErased;
    }

    Optional<Instant> erasedAt() {
        return erasedAt;
    }

    /** Whether some of its acts were entered before release 0.2. */
    boolean older() {
        return older;
    }

    /** The clocks that are known. */
    Map<UUID, ClockLine> clocks() {
        return clocks;
    }

    /** Keyed hash of the reasons that the obligor of a clock has stated; nothing where none are, or not any more. */
    Optional<String> reasons(UUID clock) {
        return Optional.ofNullable(reasons.get(clock));
    }

    RungHistory rungs() {
        return rungs;
    }

    GrantHistory grant() {
        return grant;
    }

    Map<UUID, Given> notices() {
        return notices;
    }

    /** Whether notices may have been given at this moment that the trail does not name. */
    boolean silentAt(Instant at) {
        return silent.contains(at);
    }
}
