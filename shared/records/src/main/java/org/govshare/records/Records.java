package org.govshare.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.platform.sql.Sql;

/** The records of datasets: written in sets, read in pages. Every statement runs in the caller's transaction. */
public final class Records {

    /** The most rows that one page holds. */
    public static final int MAX_PAGE = 5_000;

    /** One reading ends with the row that reaches this many characters of data, whatever the limit of rows. */
    public static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    /** How many rows are in memory at once in addition to those of the page: one fetch, not the whole result. */
    static final int FETCH = 100;

    private static final String INCOMING = """
            select ord, key, region, payload, coalesce(deleted, false) as deleted
            from rows from (jsonb_to_recordset(cast(:incoming as jsonb))
              as (key text, region text, payload jsonb, deleted boolean)) with ordinality
              as t (key, region, payload, deleted, ord)""";

    private static final String PAGE = """
            select key, version, region_code, record_fields(payload, :fields)::text as data,
              case when cast(:fields as text[]) is null then digest
                else record_digest(region_code, record_fields(payload, :fields)) end as digest
            from record
            where dataset_id = :dataset and key > :after and not deleted %s
            order by key limit :limit""";

    private Records() {}

    /**
     * Applies the changes; of several with the same key the last counts. The caller checks that the dataset exists,
     * that the changes have no {@link RecordChange#flaw}, and that the sender may change them.
     *
     * @param day the day of law for the region table
     * @param at the moment that the feed gets
     */
    public static Applied apply(
            Connection connection, String datasetId, List<RecordChange> changes, LocalDate day, Instant at)
            throws SQLException {
        if (changes.isEmpty()) {
            return Applied.NOTHING;
        }
        ArrayNode incoming = JsonNodeFactory.instance.arrayNode(changes.size());
        for (RecordChange change : changes) {
            incoming.addObject()
                    .put("key", change.key())
                    .put("region", change.region())
                    .put("deleted", change.deleted())
                    .set("payload", change.payload());
        }
        return RecordMerge.run(connection, INCOMING, Map.of("incoming", incoming.toString()), datasetId, day, at);
    }

    /**
     * The records after a key, in the order of keys; fewer than the limit if they are large.
     *
     * @param fields the members to read; null means all
     * @param region a city's code for its whole territory (counties included), any other code for the records that have
     *     it; empty for all
     * @param afterKey the key before the first record; empty for the first page
     */
    public static RecordPage read(
            Connection connection,
            String datasetId,
            String[] fields,
            Optional<String> region,
            String afterKey,
            int limit)
            throws SQLException {
        int rows = Math.min(limit, MAX_PAGE);
        Sql query = Sql.on(connection, PAGE.formatted(where(region)))
                .bind("fields", fields)
                .bind("dataset", datasetId)
                .bind("after", afterKey)
                .bind("limit", rows + 1);
        region.ifPresent(code -> query.bind("region", code));
        return query.fetch(FETCH).read(result -> page(result, rows));
    }

    private static String where(Optional<String> region) {
        return region.map(code -> isCity(code) ? "and city = :region" : "and region_code = :region")
                .orElse("");
    }

    private static boolean isCity(String code) {
        return code.endsWith("00") && !code.endsWith("0000");
    }

    private static RecordPage page(ResultSet row, int limit) throws SQLException {
        List<RecordRow> rows = new ArrayList<>();
        long characters = 0;
        while (row.next()) {
            if (rows.size() == limit || characters >= MOST_CHARACTERS) {
                return new RecordPage(
                        rows, Optional.of(rows.get(rows.size() - 1).key()));
            }
            rows.add(row(row));
            characters += rows.get(rows.size() - 1).data().length();
        }
        return new RecordPage(rows, Optional.empty());
    }

    static RecordRow row(ResultSet row) throws SQLException {
        return new RecordRow(
                row.getString("key"),
                row.getLong("version"),
                row.getString("region_code"),
                row.getString("digest"),
                row.getString("data"));
    }
}
