package org.govshare.standalone.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.govshare.commands.trail.AuditEntry;
import org.junit.jupiter.api.Test;

class ChainsTest {
    private final AuditEntry first = entry(1, AuditEntry.START);
    private final AuditEntry second = entry(2, first.hash);

    @Test
    void wholeChain_hasNoBreak() {
        assertEquals(List.of(), Chains.breaks(List.of(first, second)));
    }

    @Test
    void missingEntry_isABreak() {
        assertFalse(Chains.breaks(List.of(second)).isEmpty());
    }

    @Test
    void entryThatDoesNotFollow_isABreak() {
        assertFalse(Chains.breaks(List.of(first, entry(2, AuditEntry.START))).isEmpty());
    }

    @Test
    void alteredEntry_isABreak() {
        second.action = "altered";
        assertFalse(Chains.breaks(List.of(first, second)).isEmpty());
    }

    private static AuditEntry entry(long seq, String previous) {
        AuditEntry entry = new AuditEntry();
        entry.chain = "case/1";
        entry.seq = seq;
        entry.at = Instant.parse("2025-09-28T16:00:00Z");
        entry.agency = "a";
        entry.person = "";
        entry.action = "forward";
        entry.details = Map.of("to", "reply");
        entry.previous = previous;
        entry.hash = entry.computeHash();
        return entry;
    }
}
