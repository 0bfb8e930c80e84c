package org.govshare.standalone.entrance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a command could have changed of the database, as one digest that is quick to take. */
final class Footprint implements AutoCloseable {
    /** Where an authenticated refusal leaves its own row, and what the outbox's sender moves by itself. */
    private static final Set<String> MAY_GROW =
            Set.of("inbox", "audit_entry", "outbox", "trail_root_head", "flyway_schema_history");

    private final Connection owner;
    private final String digest;

    Footprint(String ownerUrl) throws SQLException {
        owner = DriverManager.getConnection(ownerUrl);
        List<String> parts = new ArrayList<>();
        try (ResultSet tables = owner.createStatement()
                .executeQuery("select tablename from pg_tables where schemaname = 'govshare' order by 1")) {
            while (tables.next()) {
                String table = tables.getString(1);
                if (!MAY_GROW.contains(table) && !registry(table)) {
                    parts.add(
                            "(select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from govshare."
                                    + table + " t)");
                }
            }
        }
        parts.add("(select count(*)::text from govshare.outbox)");
        digest = "select concat_ws('|', " + String.join(", ", parts) + ")";
    }

    /** The registry is loaded by operators from files, never by a command. */
    private static boolean registry(String table) {
        return Set.of("agency", "region", "dataset", "dataset_field", "city_platform")
                .contains(table);
    }

    String taken() throws SQLException {
        return one(digest);
    }

    /** Rows of the inbox and the trail, which only a sender with a valid token may add to. */
    long stored() throws SQLException {
        return Long.parseLong(
                one("select (select count(*) from govshare.inbox) + (select count(*) from govshare.audit_entry)"));
    }

    private String one(String sql) throws SQLException {
        try (ResultSet row = owner.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
