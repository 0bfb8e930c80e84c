package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.govshare.database.EmbeddedDatabase;
import org.govshare.database.Folders;
import org.govshare.standalone.Govshare.Ended;
import org.govshare.standalone.Govshare.Up;
import org.govshare.testkit.ExportedTrail;
import org.govshare.testkit.http.ShareForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {
    @TempDir
    Path folder;

    @Test
    void killed_keepsItsDataAndStartsAgain() throws Exception {
        try (Govshare govshare = new Govshare(folder.resolve("home"))) {
            Up first = govshare.up();
            execute("insert into outbox (id, type, subject, data, created_at, available_at, sent_at)"
                    + " values (gen_random_uuid(), 'kept', 's', '{}', now(), now(), now())");

            first.kill();
            Up again = govshare.up();

            assertEquals("1", query("select count(*) from outbox where type = 'kept'"));
            assertEquals("on", query("show fsync"));
            assertSecondIsRefused(govshare, again);
            assertTokenOpens(govshare, again);
            assertTrailIsSignedAndVerified(govshare, again);
            assertExportProvesItself(govshare, again);
            assertNoticeIsLoaded(govshare, again);
            again.stop();
            assertTrue(
                    Files.readString(again.log()).stripTrailing().endsWith("govshare: stopped"),
                    () -> "the end is told, see " + again.log());
            assertTrue(EmbeddedDatabase.portOf(folder.resolve("home/postgres")).isEmpty(), "the database stopped too");
        }
    }

    private static void assertSecondIsRefused(Govshare govshare, Up up) throws Exception {
        Ended second = govshare.run("up", "--port", "1");

        assertEquals(1, second.status());
        assertTrue(second.err().contains("another govshare is running"), second.err());
        assertEquals(200, up.get("/q/health/ready").statusCode());
    }

    private void assertNoticeIsLoaded(Govshare govshare, Up up) throws Exception {
        Path file =
                Files.writeString(folder.resolve("2027.tsv"), "notice\t2027\naddress\tmade-up\n2027-01-01\toff\t元旦\n");
        String[] load = {"calendar", "load", file.toString(), "--url", "http://127.0.0.1:" + up.port()};
        Ended loaded = govshare.run(load);
        Ended again = govshare.run(load);

        assertEquals(0, loaded.status(), loaded.err());
        assertTrue(loaded.out().contains("calendar version 1, provisional from 2027-12-29"), loaded.out());
        assertEquals(0, again.status(), again.err());
        assertTrue(again.out().contains("is loaded already; nothing changes"), again.out());
    }

    private static void assertTokenOpens(Govshare govshare, Up up) throws Exception {
        Ended token = govshare.run("token", "--name", "河北省公安厅", "--role", "clerk,leader");
        Ended unknown = govshare.run("token", "--name", "无此机关", "--role", "clerk");
        Ended near = govshare.run("token", "--name", "河北公安", "--role", "clerk");
        Ended withoutRole = govshare.run("token", "--name", "河北省公安厅");
        String bearer = "Bearer " + token.out().strip();
        String forged = bearer.substring(0, bearer.length() - 8) + "AAAAAAAA";
        assertAll(
                () -> assertEquals(0, token.status(), token.err()),
                () -> assertEquals(
                        200, up.get("/requests", "Authorization", bearer).statusCode()),
                () -> assertEquals(
                        401, up.get("/requests", "Authorization", forged).statusCode()),
                () -> assertEquals(1, unknown.status()),
                () -> assertTrue(unknown.err().contains("no agency '无此机关'"), unknown.err()),
                () -> assertTrue(unknown.err().contains("known are, among "), unknown.err()),
                () -> assertTrue(near.err().contains("similar:"), near.err()),
                () -> assertTrue(near.err().contains("河北省公安厅"), near.err()),
                () -> assertTrue(unknown.out().isEmpty()),
                () -> assertEquals(2, withoutRole.status()));
    }

    private void assertTrailIsSignedAndVerified(Govshare govshare, Up up) throws Exception {
        String token = govshare.run("token", "--name", "河北省数据和政务服务局", "--role", "auditor")
                .out()
                .strip();
        assertEquals(
                200,
                up.get("/audit/entries", "Authorization", "Bearer " + token).statusCode());

        Ended root = govshare.run("audit", "root");
        Ended verified = govshare.run("audit", "verify", "--lang", "en");
        Ended state = govshare.run("audit", "verify", "--state", "--lang", "en");
        Ended help = govshare.run("audit", "verify", "--help");
        Ended noCase = govshare.run("audit", "verify", "--case", "01a2140b-0000-7000-8000-000000000000");
        Ended noRoot = govshare.run("audit", "verify", "--since-root", "99");
        Ended export = govshare.run("audit", "export");
        Ended after = govshare.run("audit", "verify", "--json");
        Ended periods = govshare.run("erase", "--show");
        Ended erased = govshare.run("erase");

        assertAll(
                () -> assertEquals(0, root.status(), root.err()),
                () -> assertEquals(0, verified.status(), verified.out() + verified.err()),
                () -> assertTrue(verified.out().contains("0 of them come after the last root"), verified.out()),
                () -> assertTrue(
                        verified.out()
                                .endsWith("The trail is whole.\nThis proves the trail, not the tables: whether steps,"
                                        + " deadlines, notices and grants are what the trail and the law make them is what --state"
                                        + " verifies.\n"),
                        verified.out()),
                () -> assertEquals(0, state.status(), state.out() + state.err()),
                () -> assertTrue(state.out().endsWith("The tables agree with the trail and the law.\n"), state.out()),
                () -> assertTrue(help.out().contains("--state"), help.out()),
                () -> assertEquals(1, noCase.status(), noCase.out()),
                () -> assertTrue(
                        noCase.err().contains("the trail has no case 01a2140b-0000-7000-8000-000000000000"),
                        noCase.err()),
                () -> assertEquals(1, noRoot.status(), noRoot.out()),
                () -> assertTrue(noRoot.err().contains("there is no root 99; the last one is 1"), noRoot.err()),
                () -> assertTrue(after.out().contains("\"state\" : null"), after.out()),
                () -> assertTrue(export.out().contains("\"action\":\"exported-trail\""), export.out() + export.err()),
                () -> assertTrue(after.out().contains("\"unprotected\" : 1"), after.out()),
                () -> assertTrue(periods.out().contains("answers\t180d\tGOVSHARE_KEEP_ANSWERS"), periods.out()),
                () -> assertEquals(0, erased.status(), erased.err()),
                () -> assertEquals("rw-------", permissions(folder.resolve("home/trail-root-key.pem"))));
    }

    private static void assertExportProvesItself(Govshare govshare, Up up) throws Exception {
        String head = govshare.run("token", "--name", "石家庄市卫生健康委员会", "--role", "leader")
                .out()
                .strip();
        up.post("/requests", head, ShareForm.json("hebei-standard-addresses", Map.of("scenario", "流调")));
        ExportedTrail whole = export(govshare);
        JsonNode opened = whole.where(entry -> entry.has("case")).get(0);
        String id = opened.path("case").asText();
        String agency = opened.path("agency").asText();
        Instant at = at(opened);

        assertEquals(List.of(), whole.faults());
        assertEquals(List.of(), whole.gaps());
        assertChosen(
                whole,
                export(govshare, "--case", id),
                e -> id.equals(e.path("case").asText()));
        assertChosen(
                whole,
                export(govshare, "--agency", agency),
                e -> agency.equals(e.path("agency").asText()));
        assertChosen(whole, export(govshare, "--from", at.toString()), e -> !at(e).isBefore(at));
        assertChosen(whole, export(govshare, "--to", at.toString()), e -> at(e).isBefore(at));
    }

    private static void assertChosen(ExportedTrail whole, ExportedTrail chosen, Predicate<JsonNode> wanted) {
        assertFalse(chosen.entries().isEmpty());
        assertEquals(List.of(), whole.wronglyChosen(chosen, wanted));
        assertEquals(List.of(), chosen.faults());
    }

    private static ExportedTrail export(Govshare govshare, String... options) throws Exception {
        Ended export = govshare.run(Stream.concat(Stream.of("audit", "export"), Arrays.stream(options))
                .toArray(String[]::new));
        assertEquals(0, export.status(), export.err());
        return ExportedTrail.of(export.out().lines().toList());
    }

    private static Instant at(JsonNode entry) {
        return Instant.parse(entry.path("at").asText());
    }

    @Test
    void secrets_areTheOwnersAlone() throws Exception {
        Path home = folder.resolve("home");
        try (Govshare govshare = new Govshare(home)) {
            govshare.run("token", "--name", "河北省公安厅", "--role", "clerk");
        }

        assertEquals("rwx------", permissions(home));
        assertEquals("rw-------", permissions(home.resolve("development-key.pem")));
    }

    @Test
    void anotherUserThanRoot_startsTheSameWay() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become somebody else");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv is not on this machine");
        // Not below the test's own folder, which is closed to others.
        Path shared = Files.createTempDirectory("govshare-nobody");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Govshare govshare = new Govshare(
                shared.resolve("home"), "/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")) {
            Ended version = govshare.run("--version");
            assumeTrue(version.status() == 0, "the build's folder is closed to other users");

            govshare.up();

            assertFalse("root"
                    .equals(Files.getOwner(shared.resolve("home/postgres")).getName()));
        }
        Folders.delete(shared);
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private Connection connect() throws Exception {
        Path home = folder.resolve("home");
        int port = EmbeddedDatabase.portOf(home.resolve("postgres")).orElseThrow();
        String password = Files.readString(home.resolve("secret-app"));
        return DriverManager.getConnection(EmbeddedDatabase.url(port, "govshare", "govshare_app", password));
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
