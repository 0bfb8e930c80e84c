package org.govshare.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an operator does on the command line, because no HTTP entrance does it. */
public interface Operator {
    /** Loads a file that is a resource of this module into a dataset, as {@code govshare load records}. */
    Loaded load(String dataset, String resource, String keyColumn, String regionColumn);

    /** Recomputes the chains of the audit trail. */
    Chains checkChains();

    /** Signs where the trail ends, as {@code govshare audit root}; the root's number. */
    Optional<Long> signRoot();

    /** Verifies the trail against its roots, as {@code govshare audit verify}. */
    Verified verifyRoots();

    /** Compares the tables with the trail and the law, as {@code govshare audit verify --state}. */
    State verifyState();

    /**
     * A file that was loaded.
     *
     * @param byPrefix rows with a region code that the region table lacks
     * @param unknownRegions those region codes
     */
    record Loaded(long inserted, long byPrefix, Set<String> unknownRegions) {}

    /** Chains and entries that were recomputed, and what is wrong with them. */
    record Chains(long chains, long entries, List<?> faults) {}

    /**
     * The trail against its roots.
     *
     * @param unprotected entries after the last root
     * @param text what the command prints, in English
     */
    record Verified(long roots, long unprotected, List<?> faults, String text) {}

    /**
     * The tables against the trail and the law.
     *
     * @param notVerifiable rows that could not be compared
     * @param clocks how many were recomputed
     * @param text what the command prints, in English
     */
    record State(List<?> differences, long notVerifiable, long clocks, String text) {}
}
