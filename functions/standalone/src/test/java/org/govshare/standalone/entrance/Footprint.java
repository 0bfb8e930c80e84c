package org.govshare.standalone.entrance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a command could have changed of the database, as digests that are quick to take. */
final class Footprint implements AutoCloseable {
    /** Where an authenticated refusal leaves its own row, looked at apart; and what the outbox's sender moves by itself. */
    private static final Set<String> MAY_GROW =
            Set.of("inbox", "audit_entry", "outbox", "trail_root_head", "flyway_schema_history");

    private final Connection owner;
    private final Map<String, String> digests = new TreeMap<>();

    Footprint(String ownerUrl) throws SQLException {
        owner = DriverManager.getConnection(ownerUrl);
        try (ResultSet tables =
                owner.createStatement().executeQuery("select tablename from pg_tables where schemaname = 'govshare'")) {
            while (tables.next()) {
                String table = tables.getString(1);
                if (!MAY_GROW.contains(table) && !registry(table)) {
                    digests.put(
                            table,
                            "md5(string_agg(md5(t::text), '' order by md5(t::text))) from govshare." + table + " t");
                }
            }
        }
        digests.put("outbox", "count(*) from govshare.outbox");
        digests.put("inbox", "count(*) from govshare.inbox where status < 400 or status is null");
        digests.put(
                "audit_entry",
                "md5(string_agg(hash, '' order by chain, seq)) from govshare.audit_entry"
                        + " where case_id is not null or action <> 'refused'");
    }

    /** The registry is loaded by operators from files, never by a command. */
    private static boolean registry(String table) {
        return Set.of("agency", "region", "dataset", "dataset_field", "city_platform")
                .contains(table);
    }

    /** By table; what an authenticated refusal leaves of its own is left out. */
    Map<String, String> taken() throws SQLException {
        Map<String, String> taken = new TreeMap<>();
        String columns = digests.values().stream()
                .map(digest -> "(select " + digest + ")")
                .collect(Collectors.joining(", ", "select ", ""));
        try (ResultSet row = owner.createStatement().executeQuery(columns)) {
            row.next();
            int column = 1;
            for (String table : digests.keySet()) {
                taken.put(table, Objects.toString(row.getString(column++), ""));
            }
        }
        return taken;
    }

    /** Rows of the inbox and the trail, which only a sender with a valid token may add to. */
    long stored() throws SQLException {
        String both = "select (select count(*) from govshare.inbox) + (select count(*) from govshare.audit_entry)";
        try (ResultSet row = owner.createStatement().executeQuery(both)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
