package org.govshare.commands.trail;

import java.util.Optional;

/**
 * Reads entries in the order of their chains and numbers, and reports for each whether it follows from the one before.
 */
public final class ChainWalk {
    private long chains;
    private long entries;
    private String chain = "";
    private long seq;
    private String hash = AuditEntry.START;

    /** The fault of an entry. */
    public enum Flaw {
        /** Entries are missing before it. */
        GAP,
        /** It does not follow the entry before it. */
        UNLINKED,
        /** Its content does not match its hash. */
        ALTERED
    }

    /** Begins a chain. Entries up to a number are not checked; 0 and {@link AuditEntry#START} check all. */
    public void begin(String next, long from, String fromHash) {
        chains++;
        chain = next;
        seq = from;
        hash = fromHash;
    }

    /** Checks the next entry; one of another chain begins that chain. */
    public Optional<Flaw> step(AuditEntry entry) {
        if (!entry.chain.equals(chain)) {
            begin(entry.chain, 0, AuditEntry.START);
        }
        entries++;
        Optional<Flaw> flaw = flaw(entry);
        seq = entry.seq;
        hash = entry.hash;
        return flaw;
    }

    private Optional<Flaw> flaw(AuditEntry entry) {
        if (entry.seq != seq + 1) {
            return Optional.of(Flaw.GAP);
        }
        if (!entry.previous.equals(hash)) {
            return Optional.of(Flaw.UNLINKED);
        }
        return entry.hash.equals(entry.computeHash()) ? Optional.empty() : Optional.of(Flaw.ALTERED);
    }

    public String chain() {
        return chain;
    }

    public long chains() {
        return chains;
    }

    public long entries() {
        return entries;
    }
}
