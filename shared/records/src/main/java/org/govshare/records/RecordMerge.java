package org.govshare.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.govshare.platform.sql.Sql;
import org.govshare.registry.CityOf;

/**
 * Merges changes into one dataset's records and writes the feed, with one statement for any number of rows.
 *
 * <p>A record's version rises under its row's lock. Rows are locked in the order of their keys, so that two merges
 * cannot wait for each other; if a batch has deletions and upserts, all rows are locked before the first is written.
 * {@code region_city} gives the city of the code on the given day. The same content in the same city is no change.
 */
public final class RecordMerge {

    private static final String MERGE = """
            with incoming as (%s),
            wanted as (select :dataset as dataset_id, cast(:day as date) as day, cast(:law_now as timestamptz) as at),
            last as (
              select distinct on (key) key, region, payload, deleted from incoming order by key, ord desc),
            locked as materialized (
              select r.key from record r
              where exists (select from last where deleted) and r.dataset_id = (select dataset_id from wanted)
                and r.key in (select key from last)
              order by r.key for update),
            held as materialized (select count(*) as rows from locked),
            codes as materialized (
              select i.region, i.rows, f.city, f.way
              from (select region, count(*) as rows from last where not deleted group by region) i
              cross join wanted w cross join lateral region_city(i.region, w.day) f),
            odd as materialized (select * from codes where city is null or way <> 'listed' order by region),
            placed as (
              select l.key, l.region, l.payload, record_digest(l.region, l.payload) as digest,
                c.way = 'prefix' as by_prefix, c.city
              from last l join codes c on c.region = l.region
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
                union select previous_city from changed where previous_city is not null) as cities,
              array(select region from odd) as odd_regions, array(select rows from odd) as odd_rows,
              array(select city from odd) as odd_cities, array(select way from odd) as odd_ways
            from changed""";

    private RecordMerge() {}

    /**
     * Merges the rows of a relation.
     *
     * @param incoming a query with the columns ord, key, region, payload (jsonb) and deleted; of rows with the same key
     *     the last counts
     * @param values the values for the names in the query
     * @param lawNow the moment that the feed gets
     */
    public static Applied run(
            Connection connection,
            String incoming,
            Map<String, ?> values,
            String datasetId,
            LocalDate day,
            Instant lawNow)
            throws SQLException {
        return Sql.on(connection, MERGE.formatted(incoming))
                .bindAll(values)
                .bind("dataset", datasetId)
                .bind("day", day.toString())
                .bind("law_now", lawNow)
                .one(RecordMerge::applied);
    }

    private static Applied applied(ResultSet row) throws SQLException {
        long inserted = row.getLong("inserted");
        long updated = row.getLong("updated");
        long deleted = row.getLong("deleted");
        return new Applied(
                inserted,
                updated,
                deleted,
                row.getLong("total") - inserted - updated - deleted,
                Set.of(texts(row, "cities")),
                placements(row));
    }

    private static Map<String, Placement> placements(ResultSet row) throws SQLException {
        String[] regions = texts(row, "odd_regions");
        String[] cities = texts(row, "odd_cities");
        String[] ways = texts(row, "odd_ways");
        Long[] rows = (Long[]) row.getArray("odd_rows").getArray();
        Map<String, Placement> placements = new TreeMap<>();
        for (int i = 0; i < regions.length; i++) {
            placements.put(regions[i], new Placement(CityOf.of(cities[i], ways[i]), rows[i]));
        }
        return placements;
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
