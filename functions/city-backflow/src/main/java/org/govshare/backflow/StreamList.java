package org.govshare.backflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.platform.time.LawTime;
import org.govshare.registry.Registry;

/** Reads how streams stand, from their rows, the records and the feed. */
@ApplicationScoped
class StreamList {
    private static final String SELECT = """
            select s.city, s.dataset_id, s.sent_batches, s.sent_lines, s.last_sent_at, s.attempts, s.next_attempt_at,
              coalesce(h.why, s.last_error) as last_error,
              case when h.why is not null then 'halted' when s.dead then 'dead' else s.state end as state,
              case s.state when 'snapshot' then s.snapshot_after
                else s.feed_txid::text || ':' || s.feed_seq::text end as cursor,
              %s,
              p.pending, p.oldest
            from backflow_stream s
            cross join lateral (select backflow_halted_by(s.city, s.dataset_id, ?) as why) h
            cross join lateral (select count(*) as pending, min(at) as oldest from (
              (select at from record_change c where c.dataset_id = s.dataset_id and c.city = s.city
                and (c.txid, c.seq) > (s.feed_txid, s.feed_seq) order by c.txid, c.seq limit 10000)
              union all
              (select at from record_change c where c.dataset_id = s.dataset_id and c.previous_city = s.city
                and c.previous_city is distinct from c.city
                and (c.txid, c.seq) > (s.feed_txid, s.feed_seq) order by c.txid, c.seq limit 10000)
              ) both_ways) p
            where %s""";
    private static final String UNCOUNTED =
            "null::bigint as records, null::bigint as by_prefix, null::bigint as without_city";
    private static final String COUNTED = """
            (select count(*) from record r
              where r.dataset_id = s.dataset_id and r.city = s.city and not r.deleted) as records,
            (select count(*) from record r where r.dataset_id = s.dataset_id and r.city = s.city
              and r.by_prefix and not r.deleted) as by_prefix,
            (select count(*) from record r where r.dataset_id = s.dataset_id and r.city is null and not r.deleted
              and left(r.region_code, 2) = left(s.city, 2)) as without_city""";
    private static final String PAGE = SELECT.formatted(
            UNCOUNTED, "s.city = any(?) and (s.city, s.dataset_id) > (?, ?) order by s.city, s.dataset_id limit ?");
    private static final String ONE = SELECT.formatted(COUNTED, "s.city = ? and s.dataset_id = ?");

    private final Database database;
    private final Registry registry;
    private final Clock law;

    StreamList(Database database, Registry registry, @LawTime Clock law) {
        this.registry = registry;
        this.database = database;
        this.law = law;
    }

    /**
     * Streams of these cities, by city and dataset, without their counts of records.
     *
     * @param after not included
     */
    List<StreamView> page(List<String> cities, StreamKey after, int limit) {
        Instant now = law.instant();
        LocalDate today = registry.today();
        return database.call(connection -> Sql.list(
                connection,
                PAGE,
                row -> view(row, now),
                today,
                cities.toArray(String[]::new),
                after.city(),
                after.dataset(),
                limit));
    }

    /** One stream with its counts, which read every record of it. */
    Optional<StreamView> find(StreamKey stream) {
        Instant now = law.instant();
        LocalDate today = registry.today();
        return database.call(connection ->
                Sql.first(connection, ONE, row -> view(row, now), today, stream.city(), stream.dataset()));
    }

    private static StreamView view(ResultSet row, Instant now) throws SQLException {
        Instant oldest = instant(row, "oldest");
        return new StreamView(
                row.getString("city"),
                row.getString("dataset_id"),
                row.getString("state"),
                row.getString("cursor"),
                row.getObject("records", Long.class),
                row.getObject("by_prefix", Long.class),
                row.getObject("without_city", Long.class),
                row.getLong("sent_batches"),
                row.getLong("sent_lines"),
                instant(row, "last_sent_at"),
                row.getLong("pending"),
                oldest == null ? null : Duration.between(oldest, now).toSeconds(),
                row.getInt("attempts"),
                instant(row, "next_attempt_at"),
                row.getString("last_error"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
