package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.standalone.entrance.Row.Answered;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every command through the broker, with every token that is none for it. The broker is always answered 2xx; whether the
 * command was taken shows in what it left behind.
 */
@QuarkusTest
@TestProfile(OneProcess.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class BrokeredEntranceQuarkusTest {
    private static final String SOURCE = "//broker-matrix";

    private static World world;

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    /** A command under way, as its sender means it. */
    private record Sent(String id, String type, String data, Answered by) {
        TestTokens token() {
            return TestTokens.agency(by.agency(), by.role()).boundTo(id, SOURCE, type, data);
        }
    }

    @BeforeEach
    void world() throws Exception {
        if (world == null) {
            try (Connection owner = DriverManager.getConnection(ownerUrl)) {
                RegistryLoad.builtIn().into(owner);
            }
            world = new World();
        }
    }

    @Test
    void tokensThatAreNone_areTakenFromTheBrokerAndStoreNothing() throws SQLException {
        for (Row row : Matrix.commands()) {
            for (Map.Entry<String, Optional<String>> bad :
                    tokensThatAreNone(sent(row, row.right())).entrySet()) {
                Sent sent = sent(row, row.right());
                Optional<String> token = tokensThatAreNone(sent).get(bad.getKey());
                assertEquals(2, post(sent, token) / 100, row.target() + " " + bad.getKey());
                assertEquals(List.of(), outcomes(sent), row.target() + " " + bad.getKey());
                assertEquals(0, inboxRows(sent), row.target() + " " + bad.getKey());
            }
        }
    }

    @Test
    void rightAndWrongSenders_getTheOutcomeOfADirectCall() throws SQLException {
        for (Row row : Matrix.commands()) {
            for (Answered sender : List.of(row.otherAgency(), row.otherRegion(), row.wrongRole(), row.right())) {
                Sent sent = sent(row, sender);
                String token = sent.token().sign();
                assertEquals(2, post(sent, Optional.of(token)) / 100, row.target());
                String outcome = sender.status() < 400 ? "accepted" : "refused";
                List<String> expected = List.of("org.govshare.command." + outcome + ".v1 " + sender.status());
                assertEquals(expected, outcomes(sent), row.target() + " by " + sender);
                assertEquals(2, post(sent, Optional.of(token)) / 100, "replayed " + row.target());
                assertEquals(expected, outcomes(sent), "replayed " + row.target() + " by " + sender);
                assertEquals(1, inboxRows(sent), row.target() + " by " + sender);
            }
        }
    }

    @Test
    void tokenOfAnEvent_isNoBearerToken() {
        for (Row row : Matrix.commands()) {
            Sent sent = sent(row, row.right());
            int status = envelope(sent)
                    .header("Authorization", sent.token().bearer())
                    .post("/events")
                    .statusCode();
            assertEquals(401, status, row.target());
        }
    }

    private static Map<String, Optional<String>> tokensThatAreNone(Sent sent) {
        Map<String, Optional<String>> tokens = new TreeMap<>();
        for (BadToken bad : BadToken.values()) {
            tokens.put(bad.name(), bad.of(sent.token()));
        }
        TestTokens bearer = TestTokens.agency(sent.by().agency(), sent.by().role());
        tokens.put("NOT_BOUND", Optional.of(bearer.sign()));
        tokens.put("ANOTHER_ID", bound(sent, "another", SOURCE, sent.type(), sent.data()));
        tokens.put("ANOTHER_SOURCE", bound(sent, sent.id(), "//another", sent.type(), sent.data()));
        tokens.put("ANOTHER_TYPE", bound(sent, sent.id(), SOURCE, "org.govshare.another.type.v1", sent.data()));
        tokens.put("ANOTHER_DIGEST", bound(sent, sent.id(), SOURCE, sent.type(), "{\"another\":1}"));
        tokens.put(
                "LIVES_TOO_LONG",
                Optional.of(sent.token()
                        .issued(Clock.systemUTC().instant(), Duration.ofHours(1))
                        .sign()));
        return tokens;
    }

    private static Optional<String> bound(Sent sent, String id, String source, String type, String data) {
        return Optional.of(TestTokens.agency(sent.by().agency(), sent.by().role())
                .boundTo(id, source, type, data)
                .sign());
    }

    private static Sent sent(Row row, Answered sender) {
        return new Sent(UUID.randomUUID().toString(), row.target(), world.put(row.body()), sender);
    }

    private static int post(Sent sent, Optional<String> token) {
        RequestSpecification request = envelope(sent).header("Govshare-Sink-Secret", OneProcess.SECRET);
        token.ifPresent(jwt -> request.header("ce-actorjwt", jwt));
        return request.post("/").statusCode();
    }

    private static RequestSpecification envelope(Sent sent) {
        return given().header("ce-specversion", "1.0")
                .header("ce-id", sent.id())
                .header("ce-source", SOURCE)
                .header("ce-type", sent.type())
                .contentType("application/json")
                .body(sent.data());
    }

    private List<String> outcomes(Sent sent) throws SQLException {
        return query(
                "select type || ' ' || (data->>'status') from govshare.outbox"
                        + " where data->>'id' = ? and type like 'org.govshare.command.%'",
                sent.id());
    }

    private long inboxRows(Sent sent) throws SQLException {
        return query("select event_id from govshare.inbox where event_id = ?", sent.id())
                .size();
    }

    private List<String> query(String sql, String id) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                PreparedStatement select = owner.prepareStatement(sql)) {
            select.setString(1, id);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
