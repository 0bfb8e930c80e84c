package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.govshare.database.EmbeddedDatabase;
import org.govshare.standalone.Govshare.Up;
import org.govshare.testkit.http.ShareForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} survives the death of its PostgreSQL or ends with it; it stops without waiting for idle clients. */
class UpOperationIT {
    // The JVM's own status after SIGTERM, 128 + 15: its shutdown hooks do the stopping and cannot change it.
    private static final int STOPPED_BY_SIGNAL = 143;
    private static final Pattern LOGGED = Pattern.compile("(?m)^[0-9:]{8} [A-Z]{4}");

    @TempDir
    Path folder;

    @Test
    void postgresKilled_comesBackByItself() throws Exception {
        try (Govshare govshare = new Govshare(folder.resolve("home"))) {
            Up up = govshare.up();
            String head = token(govshare);

            postmaster().destroyForcibly();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Files.readString(up.log()).contains("govshare: PostgreSQL is back"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> up.get("/q/health/ready").statusCode() == 200);

            up.post("/requests", head, ShareForm.json("hebei-standard-addresses", Map.of("scenario", "流调")));
            assertEquals("1", query("select count(*) from case_file"));
            assertEquals("on", query("show fsync"));
            assertEquals(STOPPED_BY_SIGNAL, up.stop());
            assertTrue(
                    EmbeddedDatabase.portOf(folder.resolve("home/postgres")).isEmpty(), "it does not come back then");
        }
    }

    @Test
    void postgresKilledForGood_endsTheProcess() throws Exception {
        try (Govshare govshare = new Govshare(folder.resolve("home"))) {
            Up up = govshare.up();

            Files.writeString(folder.resolve("home/postgres/postgresql.conf"), "no such setting");
            postmaster().destroyForcibly();

            assertTrue(up.process().waitFor(90, TimeUnit.SECONDS), "alive, and useless");
            assertEquals(1, up.process().exitValue());
            String said = Files.readString(up.log());
            assertFalse(after("govshare: PostgreSQL has gone", said).contains("\tat "), "stack traces: " + up.log());
            String last = after("govshare: PostgreSQL does not start again", said);
            assertTrue(last.contains("pg_ctl: could not start server"), last);
            assertFalse(LOGGED.matcher(last).find(), "the log goes on: " + last);
        }
    }

    private static String after(String words, String said) {
        assertTrue(said.contains(words), said);
        return said.substring(said.indexOf(words));
    }

    @Test
    void stop_waitsForARequestThatCameWhole_andForNothingElse() throws Exception {
        try (Govshare govshare = new Govshare(folder.resolve("home"));
                Socket idle = new Socket();
                Socket halfHeader = new Socket();
                Socket halfBody = new Socket()) {
            Up up = govshare.up();
            String head = token(govshare);
            say(idle, up, "");
            say(halfHeader, up, "POST /events HTTP/1.1\r\nHost: t");
            say(halfBody, up, "POST /events HTTP/1.1\r\nHost: t\r\nContent-Length: 9\r\n\r\n{");
            long start = System.nanoTime();
            assertEquals(STOPPED_BY_SIGNAL, stopped(up, () -> {}));
            assertTrue(secondsSince(start) < 15, () -> "stopped after " + secondsSince(start) + " s");

            Up again = govshare.up();
            try (Connection owner = connectAsOwner();
                    Statement statement = owner.createStatement()) {
                owner.setAutoCommit(false);
                statement.execute("lock table govshare.inbox in access exclusive mode");
                Future<?> request = work(() -> again.post(
                        "/requests", head, ShareForm.json("hebei-standard-addresses", Map.of("scenario", "流调"))));
                awaitInsertBehindLock();
                assertEquals(STOPPED_BY_SIGNAL, stopped(again, () -> {
                    TimeUnit.SECONDS.sleep(3);
                    assertFalse(request.isDone(), "a stop neither refuses the request nor drops it");
                    owner.rollback();
                    request.get(10, TimeUnit.SECONDS);
                }));
            }
        }
    }

    private void awaitInsertBehindLock() {
        Awaitility.await("the request waits for the lock")
                .atMost(Duration.ofSeconds(15))
                .until(() -> !"0"
                        .equals(query("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and query ilike '%insert into govshare.inbox%'")));
    }

    /** Asks it to stop and does something meanwhile; returns the exit status. */
    private static int stopped(Up up, Meanwhile meanwhile) throws Exception {
        up.process().destroy();
        meanwhile.happens();
        assertTrue(up.process().waitFor(60, TimeUnit.SECONDS), "it stops");
        return up.process().exitValue();
    }

    private interface Meanwhile {
        void happens() throws Exception;
    }

    private static Future<?> work(Meanwhile work) {
        return CompletableFuture.runAsync(() -> {
            try {
                work.happens();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    private static long secondsSince(long start) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    private static void say(Socket socket, Up up, String words) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), up.port()));
        socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String token(Govshare govshare) throws Exception {
        return govshare.run("token", "--name", "石家庄市卫生健康委员会", "--role", "leader")
                .out()
                .strip();
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(folder.resolve("home/postgres/postmaster.pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private Connection connect() throws Exception {
        return connect("app");
    }

    private Connection connectAsOwner() throws Exception {
        return connect("owner");
    }

    private Connection connect(String role) throws Exception {
        Path home = folder.resolve("home");
        int port = EmbeddedDatabase.portOf(home.resolve("postgres")).orElseThrow();
        String password = Files.readString(home.resolve("secret-" + role));
        return DriverManager.getConnection(EmbeddedDatabase.url(port, "govshare", "govshare_" + role, password));
    }

    private String query(String sql) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
