package org.govshare.platform.sql;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * Ids of new rows: UUID version 7 (RFC 9562), which grow with time, so that rows made together are next to each other in every index
 * on them. They show when a row was made and cannot be guessed.
 */
public final class RowIds {

    private RowIds() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
