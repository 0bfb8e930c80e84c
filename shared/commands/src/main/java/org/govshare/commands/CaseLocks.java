package org.govshare.commands;

import java.util.Set;
import java.util.UUID;

/** Locks what the commands of a batch name, before any of them is decided. */
public interface CaseLocks {

    /** Locks these until the end of the transaction, in the order of their ids; an id without a row is passed over. */
    void lockAll(Set<UUID> ids);
}
