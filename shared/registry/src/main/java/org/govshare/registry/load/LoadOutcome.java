package org.govshare.registry.load;

import java.util.List;

/** The outcome of a load. */
public sealed interface LoadOutcome {

    /** All rows are in the registry; rows that were the same already were not touched. */
    record Loaded(List<TableCount> tables) implements LoadOutcome {
        public Loaded {
            tables = List.copyOf(tables);
        }
    }

    /** Nothing was changed; every fault, in the order of files and lines. */
    record Refused(List<LoadFault> faults) implements LoadOutcome {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The counts of one table.
     *
     * @param read rows in the file
     * @param changed how many of them were new or different
     */
    record TableCount(String table, int read, int changed) {}
}
