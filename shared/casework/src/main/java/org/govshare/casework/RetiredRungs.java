package org.govshare.casework;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What becomes of a clock's rungs when it is projected anew, whether a notice or an extension moved it. */
public final class RetiredRungs {
    private static final String RETIRE = """
            update govshare.clock_rung o
               set moot = o.moot or o.fired_at is null,
                   annulled_at = case when o.fired_at is not null and n.fired_at is null then cast(? as timestamptz) end
              from unnest(?, ?) as u (clock_id, projection)
              join govshare.clock_rung n on n.clock_id = u.clock_id and n.projection = u.projection + 1
             where o.clock_id = u.clock_id and o.projection = u.projection and n.rung = o.rung
            """;

    private RetiredRungs() {}

    /**
     * The rungs of the old projections never fire any more; those that fired for a moment now still to come are annulled.
     * Those of the projections that follow, one higher, stand already, and those of them whose moment has come keep when
     * they fired.
     *
     * @param projections the old ones, in the order of the clocks
     */
    public static void retire(Connection connection, List<UUID> clocks, List<Integer> projections, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RETIRE)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setArray(2, connection.createArrayOf("uuid", clocks.toArray()));
            update.setArray(3, connection.createArrayOf("integer", projections.toArray()));
            update.executeUpdate();
        }
    }
}
