package org.govshare.commands;

import java.util.Set;
import java.util.UUID;

/** Locks the cases that the commands of a batch name, before any of them is decided. */
public interface CaseLocks {

    /** Locks these cases until the end of the transaction, in the order of their ids; skips an id without a row. */
    void lockAll(Set<UUID> ids);
}
