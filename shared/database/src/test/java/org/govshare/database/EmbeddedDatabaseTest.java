package org.govshare.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.govshare.database.EmbeddedDatabase.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    static Path cache;

    @TempDir
    Path home;

    @Test
    void leftRunning_isStoppedAndItsDataKept() throws SQLException {
        EmbeddedDatabase killed = start();
        execute(killed, "CREATE TABLE kept AS SELECT 7 AS n");

        try (EmbeddedDatabase next = start()) {
            assertEquals("7", query(next, "SELECT n FROM kept"));
            assertThrows(SQLException.class, () -> query(killed, "SELECT 1"));
        }
    }

    @Test
    void killedUnderItsGuard_comesBackOnTheSamePortWithItsData() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        EmbeddedDatabase server = start();
        execute(server, "CREATE TABLE kept AS SELECT 7 AS n");
        DatabaseGuard guard = DatabaseGuard.over(server, noting(told));
        try {
            kill();

            await(() -> told.contains("back"));
            assertEquals("7", query(server, "SELECT n FROM kept"));
            assertEquals(List.of("gone", "back"), told);
        } finally {
            guard.close();
        }
        assertThrows(SQLException.class, () -> query(server, "SELECT 1"));
    }

    @Test
    void killedForGood_isReportedLostOnce() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        EmbeddedDatabase server = start();
        DatabaseGuard guard = DatabaseGuard.over(server, noting(told));
        try {
            Files.writeString(home.resolve("data/postgresql.conf"), "no such setting");
            kill();

            await(() -> told.contains("lost"));
        } finally {
            guard.close();
        }
        assertEquals(List.of("gone", "lost"), told);
    }

    @Test
    void backWithoutItsGuard_isReportedBack() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        EmbeddedDatabase server = start();
        Path pid = home.resolve("data/postmaster.pid");
        String content = Files.readString(pid);
        DatabaseGuard guard = DatabaseGuard.over(server, noting(told));
        try {
            Files.writeString(pid, "unreadable");
            await(() -> told.contains("gone"));

            Files.writeString(pid, content);

            await(() -> told.contains("back"));
            assertEquals(List.of("gone", "back"), told);
        } finally {
            guard.close();
        }
        assertThrows(SQLException.class, () -> query(server, "SELECT 1"));
    }

    private static DatabaseGuard.Listener noting(List<String> told) {
        return new DatabaseGuard.Listener() {
            @Override
            public void gone() {
                told.add("gone");
            }

            @Override
            public void back() {
                told.add("back");
            }

            @Override
            public void lost(String why) {
                told.add("lost");
            }
        };
    }

    private void kill() throws Exception {
        long pid = Long.parseLong(
                Files.readAllLines(home.resolve("data/postmaster.pid")).get(0).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertTrue(condition.getAsBoolean(), "not within a minute");
    }

    @Test
    void numberOfADeadServerTakenByAnotherProcess_leavesThatProcessAlone() throws Exception {
        start().close();
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(home.resolve("data/postmaster.pid"), bystander.pid() + "\n");
            start().close();
            assertEquals(true, bystander.isAlive());
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void withoutPassword_nobodyEnters() {
        try (EmbeddedDatabase database = start()) {
            String wrong = database.url("postgres", "postgres", "wrong");
            assertThrows(SQLException.class, () -> DriverManager.getConnection(wrong));
        }
    }

    @Test
    void chinese_isComparedByItsCharacters() throws SQLException {
        try (EmbeddedDatabase database = start()) {
            execute(database, "CREATE EXTENSION pg_trgm");
            assertEquals("t", query(database, "SELECT similarity('人口基础信息', '人口基础信息库') > 0.5"));
        }
    }

    @Test
    void bootstrapTwice_changesPasswordsOnly() throws SQLException {
        try (EmbeddedDatabase database = start()) {
            for (String password : new String[] {"one", "two'; --"}) {
                DatabaseBootstrap.prepare(
                        database.superuserUrl("postgres"),
                        database.superuserUrl("govshare"),
                        "govshare",
                        password,
                        "app");
            }
            String app = database.url("govshare", DatabaseBootstrap.APPLICATION, "app");
            try (Connection connection = DriverManager.getConnection(app);
                    Statement statement = connection.createStatement()) {
                assertThrows(SQLException.class, () -> statement.execute("CREATE TABLE mine (n int)"));
            }
        }
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(home.resolve("data"), cache, Durability.DURABLE, "secret");
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.superuserUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.superuserUrl("postgres"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
