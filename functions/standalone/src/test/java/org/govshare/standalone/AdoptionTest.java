package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.govshare.database.DatabaseException;
import org.govshare.database.Migrations;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that ran the migrations when one folder held them all, five of them for several modules at once, goes on with
 * those of the modules and ends as a new one does. The five files stand among the test's resources as they were.
 */
class AdoptionTest {
    private static final Path BEFORE = Path.of("src/test/resources/migrations-before");
    private static final int LAST_OF_ONE_FOLDER = 27;

    private static final String HISTORY = """
        select version, description, checksum from govshare.flyway_schema_history order by installed_rank
        """;

    private static final List<String> SCHEMA = List.of("""
        select c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
               a.attidentity, a.attacl, pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum)
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
          left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
         where c.relkind = 'r' and c.relnamespace = 'govshare'::regnamespace
        """, """
        select conrelid::regclass, conname, condeferrable, condeferred, pg_get_constraintdef(oid)
          from pg_constraint where connamespace = 'govshare'::regnamespace
        """, """
        select c.relname, pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid
         where c.relnamespace = 'govshare'::regnamespace
        """, """
        select pg_get_functiondef(oid), proacl, obj_description(oid)
          from pg_proc where pronamespace = 'govshare'::regnamespace
        """, """
        select relname, relkind, relacl, obj_description(oid)
          from pg_class where relnamespace = 'govshare'::regnamespace
        """);

    @TempDir
    Path folder;

    @Test
    void adoptedDatabase_hasTheSchemaAndHistoryOfANewOne() throws Exception {
        try (TestDatabase fresh = TestDatabase.bare();
                TestDatabase old = TestDatabase.bare()) {
            Migrations.run(fresh.ownerUrl());
            runOldFiles(old, LAST_OF_ONE_FOLDER);
            execute(
                    old,
                    "insert into inbox (sender, source, event_id, type, digest, received_at)"
                            + " values ('kept', 'rest', '1', 't', 'd', now())");

            int run = Migrations.run(old.ownerUrl());

            assertEquals(newer(), run, "only what came after the one folder runs");
            assertEquals(List.of("kept"), rows(old, "select sender from inbox"), "no part runs again");
            assertEquals(rows(fresh, HISTORY), rows(old, HISTORY));
            assertEquals(schema(fresh), schema(old));
            assertEquals(0, Migrations.run(old.ownerUrl()), "a second time there is nothing");
        }
    }

    @Test
    void databaseHalfWay_isAdoptedAndGoesOn() throws Exception {
        try (TestDatabase fresh = TestDatabase.bare();
                TestDatabase old = TestDatabase.bare()) {
            Migrations.run(fresh.ownerUrl());
            runOldFiles(old, 10);
            Migrations.run(old.ownerUrl());
            assertEquals(rows(fresh, HISTORY), rows(old, HISTORY));
            assertEquals(schema(fresh), schema(old));
        }
    }

    @Test
    void splitMigrationThatWasChanged_isRefused() throws Exception {
        try (TestDatabase old = TestDatabase.bare()) {
            runOldFiles(old, LAST_OF_ONE_FOLDER);
            execute(old, "update flyway_schema_history set checksum = checksum + 1 where version = '009'");
            DatabaseException refused = assertThrows(DatabaseException.class, () -> Migrations.run(old.ownerUrl()));
            assertTrue(refused.getMessage().contains("009"), refused.getMessage());
        }
    }

    @Test
    void partThatWasChanged_isRefused() throws Exception {
        try (TestDatabase old = TestDatabase.bare()) {
            runOldFiles(old, LAST_OF_ONE_FOLDER);
            Migrations.run(old.ownerUrl());
            execute(old, "update flyway_schema_history set checksum = checksum + 1 where version = '009.3'");
            DatabaseException refused = assertThrows(DatabaseException.class, () -> Migrations.run(old.ownerUrl()));
            assertTrue(refused.getMessage().contains("009.3"), refused.getMessage());
        }
    }

    /** What the release before ran: whole files from one folder, up to a number. */
    private void runOldFiles(TestDatabase database, int last) throws IOException {
        for (Migration migration : Migration.all()) {
            if (migration.part() == 0 && migration.number() <= last) {
                Path whole = BEFORE.resolve(migration.name());
                Files.copy(Files.exists(whole) ? whole : migration.file(), folder.resolve(migration.name()));
            }
        }
        Flyway.configure()
                .dataSource(database.ownerUrl(), null, null)
                .schemas("govshare")
                .createSchemas(false)
                .locations("filesystem:" + folder)
                .load()
                .migrate();
    }

    private static int newer() {
        return (int) Migration.all().stream()
                .filter(migration -> migration.number() > LAST_OF_ONE_FOLDER)
                .count();
    }

    /** Columns, constraints, indexes, functions, comments and privileges, each as PostgreSQL writes it. */
    private static List<String> schema(TestDatabase database) throws SQLException {
        List<String> schema = new ArrayList<>();
        for (String query : SCHEMA) {
            List<String> found = rows(database, query).stream().sorted().toList();
            assertTrue(found.size() > 1, () -> "finds nothing: " + query);
            schema.addAll(found);
        }
        return schema;
    }

    private static List<String> rows(TestDatabase database, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(row.getString(i));
                }
                rows.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
