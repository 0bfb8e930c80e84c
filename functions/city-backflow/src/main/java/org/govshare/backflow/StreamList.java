package org.govshare.backflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.govshare.platform.sql.Cells;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.platform.time.LawTime;
import org.govshare.registry.Registry;

/** Reads the state of streams, from their rows, the records and the feed. */
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
            cross join lateral (select backflow_halted_by(s.city, s.dataset_id, :day) as why) h
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
            UNCOUNTED,
            "s.city = any(:cities) and (s.city, s.dataset_id) > (:city, :dataset) order by s.city, s.dataset_id limit :limit");
    private static final String ONE = SELECT.formatted(COUNTED, "s.city = :city and s.dataset_id = :dataset");

    private final Database database;
    private final Registry registry;
    private final Clock law;

    StreamList(Database database, Registry registry, @LawTime Clock law) {
        this.registry = registry;
        this.database = database;
        this.law = law;
    }

    /**
     * The streams of these cities by city and dataset, without their counts of records.
     *
     * @param after the position after which the page begins
     */
    List<StreamView> page(List<String> cities, StreamKey after, int limit) {
        Instant lawNow = law.instant();
        LocalDate today = registry.today();
        return database.call(connection -> Sql.on(connection, PAGE)
                .bind("day", today)
                .bind("cities", cities.toArray(String[]::new))
                .bind("city", after.city())
                .bind("dataset", after.dataset())
                .bind("limit", limit)
                .list(row -> view(row, lawNow)));
    }

    /** One stream with its counts; counting reads every record of the stream. */
    Optional<StreamView> find(StreamKey stream) {
        Instant lawNow = law.instant();
        LocalDate today = registry.today();
        return database.call(connection -> Sql.on(connection, ONE)
                .bind("day", today)
                .bind("city", stream.city())
                .bind("dataset", stream.dataset())
                .first(row -> view(row, lawNow)));
    }

    private static StreamView view(ResultSet row, Instant lawNow) throws SQLException {
        Instant oldest = Cells.maybeInstant(row, "oldest").orElse(null);
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
                Cells.maybeInstant(row, "last_sent_at").orElse(null),
                row.getLong("pending"),
                oldest == null ? null : Duration.between(oldest, lawNow).toSeconds(),
                row.getInt("attempts"),
                Cells.maybeInstant(row, "next_attempt_at").orElse(null),
                row.getString("last_error"));
    }
}
