package org.govshare.standalone.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;
import org.govshare.testkit.entrance.Row.Answered;
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
    private static Preparation things;

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void prepare() throws Exception {
        if (things == null) {
            try (Connection owner = DriverManager.getConnection(ownerUrl)) {
                RegistryLoad.builtIn().into(owner);
            }
            things = new Preparation(ownerUrl, new HttpDoor());
        }
    }

    @Test
    void tokensThatAreNone_areTakenFromTheBrokerAndStoreNothing() throws SQLException {
        for (Row row : Matrix.commands()) {
            for (BadToken bad : EnumSet.complementOf(EnumSet.of(BadToken.EXPIRED))) {
                BrokeredCommand sent = BrokeredCommand.of(row, row.right(), things);
                assertEquals(2, sent.post(bad.of(sent.token())) / 100, row.target() + " " + bad);
                assertEquals(List.of(), outcomes(sent), row.target() + " " + bad);
                assertEquals(0, inboxRows(sent), row.target() + " " + bad);
            }
        }
    }

    @Test
    void signedTokensThatDoNotServe_areAnsweredOnceAndBurnNoId() throws SQLException {
        for (Row row : Matrix.commands()) {
            for (String kind :
                    signedInVain(BrokeredCommand.of(row, row.right(), things)).keySet()) {
                BrokeredCommand sent = BrokeredCommand.of(row, row.right(), things);
                Optional<String> token = Optional.of(signedInVain(sent).get(kind));
                for (int delivery = 1; delivery <= 2; delivery++) {
                    assertEquals(2, sent.post(token) / 100, row.target() + " " + kind);
                    assertEquals(
                            List.of("org.govshare.command.refused.v1 401"), outcomes(sent), row.target() + " " + kind);
                }
                assertEquals(0, inboxRows(sent), row.target() + " " + kind);
            }
        }
    }

    @Test
    void rightAndWrongSenders_getTheOutcomeOfADirectCall() throws SQLException {
        for (Row row : Matrix.commands()) {
            for (Answered sender : List.of(row.otherAgency(), row.otherRegion(), row.wrongRole(), row.right())) {
                BrokeredCommand sent = BrokeredCommand.of(row, sender, things);
                String token = sent.token().sign();
                assertEquals(2, sent.post(Optional.of(token)) / 100, row.target());
                String outcome = sender.status() < 400 ? "accepted" : "refused";
                List<String> expected = List.of("org.govshare.command." + outcome + ".v1 " + sender.status());
                assertEquals(expected, outcomes(sent), row.target() + " by " + sender);
                assertEquals(2, sent.post(Optional.of(token)) / 100, "replayed " + row.target());
                assertEquals(expected, outcomes(sent), "replayed " + row.target() + " by " + sender);
                assertEquals(1, inboxRows(sent), row.target() + " by " + sender);
            }
        }
    }

    @Test
    void tokenOfAnEvent_isNoBearerToken() {
        for (Row row : Matrix.commands()) {
            BrokeredCommand sent = BrokeredCommand.of(row, row.right(), things);
            int status = sent.envelope()
                    .header("Authorization", sent.token().bearer())
                    .post("/events")
                    .statusCode();
            assertEquals(401, status, row.target());
        }
    }

    private static Map<String, String> signedInVain(BrokeredCommand sent) {
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("EXPIRED", BadToken.EXPIRED.of(sent.token()).orElseThrow());
        TestTokens bearer = TestTokens.agency(sent.by().agency(), sent.by().role());
        tokens.put("NOT_BOUND", bearer.sign());
        tokens.put("ANOTHER_ID", bound(sent, "another", BrokeredCommand.SOURCE, sent.type(), sent.data()));
        tokens.put("ANOTHER_SOURCE", bound(sent, sent.id(), "//another", sent.type(), sent.data()));
        tokens.put(
                "ANOTHER_TYPE",
                bound(sent, sent.id(), BrokeredCommand.SOURCE, "org.govshare.another.type.v1", sent.data()));
        tokens.put("ANOTHER_DIGEST", bound(sent, sent.id(), BrokeredCommand.SOURCE, sent.type(), "{\"another\":1}"));
        tokens.put(
                "LIVES_TOO_LONG",
                sent.token()
                        .issued(Clock.systemUTC().instant(), Duration.ofHours(1))
                        .sign());
        return tokens;
    }

    private static String bound(BrokeredCommand sent, String id, String source, String type, String data) {
        return TestTokens.agency(sent.by().agency(), sent.by().role())
                .boundTo(id, source, type, data)
                .sign();
    }

    private List<String> outcomes(BrokeredCommand sent) throws SQLException {
        return query(
                "select type || ' ' || (data->>'status') from govshare.outbox"
                        + " where data->>'id' = ? and type like 'org.govshare.command.%'",
                sent.id());
    }

    private long inboxRows(BrokeredCommand sent) throws SQLException {
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
