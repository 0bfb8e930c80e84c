package org.govshare.platform.sql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlTest {
    private static final Instant NOON = Instant.parse("2025-10-10T04:00:00.123456Z");

    private static TestDatabase database;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.create();
        connection = database.connect();
        Sql.on(connection, "create temporary table thing (id int primary key, word text)")
                .run();
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        Sql.on(connection, "delete from thing").update();
    }

    @Test
    void valueThatIsOffered_isBoundWhereTheStatementNamesIt() throws SQLException {
        assertEquals(
                7,
                Sql.on(connection, "select cast(:a as int)")
                        .offer("a", 7)
                        .offer("b", 8)
                        .<Integer>one(row -> row.getInt(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Sql.on(connection, "select cast(:a as int)").offer("b", 8).any());
    }

    @Test
    void valuesOfEachType_comeBackAsTheyWent() throws SQLException {
        UUID id = UUID.randomUUID();
        Sql.on(connection, """
                        select cast(:id as uuid) as id, :at::timestamptz as at, :day::date as day, :n::bigint as n,
                               :yes::boolean as yes, :none::timestamptz as none, :words::text[] as words, :ids::uuid[] as ids
                        """)
                .bind("id", id)
                .bind("at", NOON)
                .bind("day", LocalDate.of(2025, 10, 10))
                .bind("n", 7L)
                .bind("yes", true)
                .bind("none", null)
                .bind("words", new String[] {"a", null})
                .array("ids", "uuid", List.of(id))
                .one(row -> {
                    assertEquals(id, row.getObject("id", UUID.class));
                    assertEquals(NOON, Cells.instant(row, "at"));
                    assertEquals(LocalDate.of(2025, 10, 10), row.getObject("day", LocalDate.class));
                    assertEquals(7, row.getLong("n"));
                    assertTrue(row.getBoolean("yes"));
                    assertEquals(Optional.empty(), Cells.maybeInstant(row, "none"));
                    assertArrayEquals(new String[] {"a", null}, (String[])
                            row.getArray("words").getArray());
                    assertArrayEquals(
                            new UUID[] {id}, (UUID[]) row.getArray("ids").getArray());
                    return true;
                });
    }

    @Test
    void rowsAsColumns_areWrittenAsASet() throws SQLException {
        insert(Map.of(1, "one", 2, "two"));
        Sql.on(connection, """
                        insert into thing select i.* from unnest(cast(:id as int[]), cast(:word as text[])) i
                        """)
                .column("id", List.of(3, 4), id -> id)
                .column("word", Arrays.asList("three", null), word -> word)
                .update();
        assertEquals(List.of("one", "two", "three", "null"), words());
    }

    @Test
    void batch_runsForEachRow_andCountsWhatItTouched() throws SQLException {
        assertEquals(2, insert(Map.of(1, "one", 2, "two")));
        int touched = Sql.batch(
                connection,
                "update thing set word = :word where id = :id",
                List.of(1, 9),
                (sql, id) -> sql.bind("id", id).bind("word", "w" + id));
        assertEquals(1, touched);
        assertEquals(List.of("w1", "two"), words());
    }

    @Test
    void firstAndAny_ofNoRow_areEmpty() throws SQLException {
        Sql none = Sql.on(connection, "select word from thing where id = :id").bind("id", 1);
        assertFalse(none.any());
        assertEquals(Optional.empty(), none.first(row -> row.getString(1)));
        assertThrows(IllegalStateException.class, () -> none.one(row -> 1));
        insert(Map.of(1, "one"));
        assertTrue(none.any());
        assertEquals(Optional.of("one"), none.first(row -> row.getString(1)));
    }

    @Test
    void secondStatement_givesTheRows() throws SQLException {
        insert(Map.of(1, "one"));
        assertEquals(
                Optional.of("one"),
                Sql.on(connection, "select :id::int;\nselect word from thing where id = :id")
                        .bind("id", 1)
                        .second()
                        .first(row -> row.getString(1)));
        assertEquals(
                List.of(1),
                Sql.on(connection, "set local synchronous_commit = off;\ndelete from thing returning id")
                        .second()
                        .list(row -> row.getInt(1)));
    }

    @Test
    void fetchSize_isTheStatements() throws SQLException {
        try (SqlRows rows = Sql.on(connection, "select 1").fetch(7).open()) {
            assertEquals(7, rows.statement().getFetchSize());
        }
    }

    @Test
    void nameWithoutAValue_andValueWithoutAName_areRefused() {
        Sql unbound = Sql.on(connection, "select :id::int, :word::text").bind("id", 1);
        assertTrue(assertThrows(IllegalArgumentException.class, unbound::run)
                .getMessage()
                .contains("word"));
        Sql other = Sql.on(connection, "select :id::int").bind("id", 1).bind("word", null);
        assertThrows(IllegalArgumentException.class, other::update);
    }

    private static int insert(Map<Integer, String> things) throws SQLException {
        return Sql.batch(
                connection,
                "insert into thing (id, word) values (:id, :word)",
                things.entrySet(),
                (sql, thing) -> sql.bind("id", thing.getKey()).bind("word", thing.getValue()));
    }

    private static List<String> words() throws SQLException {
        return Sql.on(connection, "select coalesce(word, 'null') from thing order by id")
                .list(row -> row.getString(1));
    }
}
