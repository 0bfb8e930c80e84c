package org.govshare.records;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Merges what comes in into one dataset's records and writes the feed, in one statement whatever the number of rows.
 *
 * <p>A record's version rises under its row's lock; rows are taken in the order of their keys, so that two merges cannot
 * wait for each other: where deletions stand beside upserts, all rows are locked before the first is written. The city comes from the region table as of the day given; a code that the table lacks goes by its
 * first four digits. Same content in the same city is no change.
 */
final class RecordMerge {

    private static final String MERGE = """
            with incoming as (%s),
            wanted as (select ? as dataset_id, cast(? as date) as day, cast(? as timestamptz) as at),
            last as (
              select distinct on (key) key, region, payload, deleted from incoming order by key, ord desc),
            locked as materialized (
              select r.key from record r
              where exists (select from last where deleted) and r.dataset_id = (select dataset_id from wanted)
                and r.key in (select key from last)
              order by r.key for update),
            held as materialized (select count(*) as rows from locked),
            placed as (
              select l.key, l.region, l.payload, record_digest(l.region, l.payload) as digest,
                r.code is null as by_prefix, c.code as city
              from last l cross join wanted w
              left join region r on r.code = l.region and r.valid_from <= w.day and w.day < r.valid_to
              left join region c on c.level = 'city' and c.valid_from <= w.day and w.day < c.valid_to
                and c.code = case r.level when 'city' then r.code when 'county' then r.parent_code
                  when 'province' then null else left(l.region, 4) || '00' end
              where not l.deleted),
            put as (
              insert into record as r (dataset_id, key, region_code, city, by_prefix, version, payload, digest)
              select w.dataset_id, p.key, p.region, p.city, p.by_prefix, 1, p.payload, p.digest
              from placed p cross join wanted w cross join held h where h.rows >= 0 order by p.key
              on conflict (dataset_id, key) do update set
                region_code = excluded.region_code, city = excluded.city, by_prefix = excluded.by_prefix,
                version = r.version + 1, payload = excluded.payload, digest = excluded.digest, deleted = false,
                previous_region_code = r.region_code, previous_city = r.city
              where r.digest <> excluded.digest or r.city is distinct from excluded.city
                or r.by_prefix <> excluded.by_prefix
              returning r.key, r.version, r.region_code, r.city, r.previous_region_code, r.previous_city, r.deleted),
            gone as (
              update record r set version = r.version + 1, payload = '{}', digest = '', deleted = true,
                previous_region_code = r.region_code, previous_city = r.city
              from last l, wanted w, held h
              where h.rows >= 0 and l.deleted and r.dataset_id = w.dataset_id and r.key = l.key and not r.deleted
              returning r.key, r.version, r.region_code, r.city, r.previous_region_code, r.previous_city, r.deleted),
            changed as (
              insert into record_change
                (dataset_id, key, version, op, region_code, previous_region_code, city, previous_city, at)
              select w.dataset_id, c.key, c.version, case when c.deleted then 'delete' else 'upsert' end,
                c.region_code, c.previous_region_code, c.city, c.previous_city, w.at
              from (select * from put union all select * from gone) c cross join wanted w
              returning op, version, city, previous_city)
            select (select count(*) from last) as total,
              count(*) filter (where op = 'upsert' and version = 1) as inserted,
              count(*) filter (where op = 'upsert' and version > 1) as updated,
              count(*) filter (where op = 'delete') as deleted,
              array(select distinct city from changed where city is not null
                union select previous_city from changed where previous_city is not null) as cities
            from changed""";

    /** Binds the parameters of the relation that comes in, from the first on, and returns the next free index. */
    interface Binder {
        int bind(PreparedStatement statement) throws SQLException;
    }

    private RecordMerge() {}

    /**
     * @param incoming a query with the columns ord, key, region, payload (jsonb) and deleted; of rows with one key the
     *     last counts
     */
    static Applied run(
            Connection connection, String incoming, Binder binder, String datasetId, LocalDate day, Instant at)
            throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(MERGE.formatted(incoming))) {
            int next = binder.bind(merge);
            merge.setString(next, datasetId);
            merge.setString(next + 1, day.toString());
            merge.setObject(next + 2, at.atOffset(ZoneOffset.UTC));
            try (ResultSet row = merge.executeQuery()) {
                row.next();
                return applied(row);
            }
        }
    }

    private static Applied applied(ResultSet row) throws SQLException {
        long inserted = row.getLong("inserted");
        long updated = row.getLong("updated");
        long deleted = row.getLong("deleted");
        Array cities = row.getArray("cities");
        return new Applied(
                inserted, updated, deleted, row.getLong("total") - inserted - updated - deleted, Set.of((String[])
                        cities.getArray()));
    }
}
