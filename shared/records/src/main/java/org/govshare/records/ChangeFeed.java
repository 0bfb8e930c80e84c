package org.govshare.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govshare.platform.sql.Sql;

/**
 * The feed of changes. A reader sees a change only when no transaction as old as its writer is open any more, so
 * nothing is ever added before its cursor. A writer that commits late delays the feed, but its changes are not skipped.
 */
public final class ChangeFeed {

    private static final String COLUMNS = """
            select c.txid::text as txid, c.seq, r.key, r.version, r.region_code,
              case when cast(:fields as text[]) is null then r.digest
                else record_digest(r.region_code, record_fields(r.payload, :fields)) end as digest,
              record_fields(r.payload, :fields)::text as data,
              not r.deleted and (cast(:city as text) is null or r.city is not distinct from :city) as present
            from (%s order by txid, seq limit :limit) c
            join record r on r.dataset_id = c.dataset_id and r.key = c.key
            order by c.txid, c.seq""";

    private static final String AFTER = """
            (select txid, seq, dataset_id, key from record_change
              where dataset_id = :dataset %s and (txid, seq) > (cast(:txid as xid8), :seq)
                and txid < pg_snapshot_xmin(pg_current_snapshot())
              order by txid, seq limit :limit)""";

    private static final String ALL = COLUMNS.formatted("select * from " + AFTER.formatted("") + " whole");
    private static final String OF_CITY = COLUMNS.formatted("select * from ("
            + AFTER.formatted("and city = :city")
            + " union all "
            + AFTER.formatted("and previous_city = :city and previous_city is distinct from city")
            + ") both_ways");

    private static final String FOLLOWED = """
            (select 1 from record_change
              where dataset_id = :dataset and city = :city and (txid, seq) > (cast(:txid as xid8), :seq) limit 1)
            union all
            (select 1 from record_change
              where dataset_id = :dataset and previous_city = :city and previous_city is distinct from city
                and (txid, seq) > (cast(:txid as xid8), :seq) limit 1)""";

    private ChangeFeed() {}

    /** The current end of the feed. Every later reading of the records sees everything that was written before it. */
    public static FeedPosition horizon(Connection connection) throws SQLException {
        return Sql.on(connection, "select pg_snapshot_xmin(pg_current_snapshot())::text")
                .one(row -> new FeedPosition(Long.parseUnsignedLong(row.getString(1)), 0));
    }

    /** The next changes of a dataset after a position: at most {@code limit}, fewer if they are large. */
    static List<FeedEntry> read(Connection connection, String datasetId, FeedPosition after, int limit)
            throws SQLException {
        return read(connection, ALL, datasetId, null, null, after, limit);
    }

    /**
     * The next changes that concern a city: of records that are in it or were in it before. A record that has moved
     * away has no row, which means a deletion for this city.
     *
     * @param fields the members to read; null means all
     */
    public static List<FeedEntry> readOfCity(
            Connection connection, String datasetId, String city, String[] fields, FeedPosition after, int limit)
            throws SQLException {
        return read(connection, OF_CITY, datasetId, city, fields, after, limit);
    }

    private static List<FeedEntry> read(
            Connection connection,
            String sql,
            String datasetId,
            String city,
            String[] fields,
            FeedPosition after,
            int limit)
            throws SQLException {
        return after(Sql.on(connection, sql), datasetId, after)
                .bind("city", city)
                .bind("fields", fields)
                .bind("limit", limit)
                .fetch(Records.FETCH)
                .read(ChangeFeed::entries);
    }

    private static Sql after(Sql query, String datasetId, FeedPosition after) {
        return query.bind("dataset", datasetId)
                .bind("txid", Long.toUnsignedString(after.txid()))
                .bind("seq", after.seq());
    }

    /** Whether a change that concerns a city follows a position, including a change that no reading shows yet. */
    public static boolean isFollowed(Connection connection, String datasetId, String city, FeedPosition after)
            throws SQLException {
        return after(Sql.on(connection, FOLLOWED), datasetId, after)
                .bind("city", city)
                .any();
    }

    private static List<FeedEntry> entries(ResultSet row) throws SQLException {
        List<FeedEntry> entries = new ArrayList<>();
        long characters = 0;
        while (characters < Records.MOST_CHARACTERS && row.next()) {
            FeedEntry entry = entry(row);
            entries.add(entry);
            characters += characters(entry);
        }
        return entries;
    }

    private static int characters(FeedEntry entry) {
        return entry.row().map(row -> row.data().length()).orElse(0);
    }

    private static FeedEntry entry(ResultSet row) throws SQLException {
        FeedPosition position = new FeedPosition(Long.parseUnsignedLong(row.getString("txid")), row.getLong("seq"));
        Optional<RecordRow> present = row.getBoolean("present") ? Optional.of(Records.row(row)) : Optional.empty();
        return new FeedEntry(position, row.getString("key"), row.getLong("version"), present);
    }
}
