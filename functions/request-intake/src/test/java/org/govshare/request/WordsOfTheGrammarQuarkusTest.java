package org.govshare.request;

import static org.govshare.testkit.http.Api.act;
import static org.govshare.testkit.http.Api.command;
import static org.govshare.testkit.http.Api.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words of the grammar over HTTP: a stated day, a total, one of several parties, a party's government, promptly. */
@QuarkusTest
@TestProfile(WordsOfTheGrammar.class)
@QuarkusTestResource(PostgresResource.class)
class WordsOfTheGrammarQuarkusTest {
    private static final String AUTHORITY = "Y1511000FAKE00021X";
    private static final String GOVERNMENT = "Y1511000FAKE000133";
    private static final String POLICE = "Y1511000FAKE01016K";
    private static final String HOUSING = "Y1511000FAKE01112W";
    private static final String DATASET = "neijiang-household-addresses";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void world() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        new LawTimeShift(ownerUrl).to(Instant.parse("2025-03-25T02:00:00Z"));
    }

    private static String opened() {
        return command(HOUSING, "clerk")
                .body(Map.of("dataset", DATASET, "need", "住房保障核验"))
                .post("/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String received(String day) {
        String id = opened();
        act(POLICE, "clerk", id, "receive", Map.of("received-on", day)).statusCode(200);
        return id;
    }

    @Test
    void whatCameOnTheSecondAndIsEnteredOnTheTwentyFifth_isLateAtOnce() {
        String id = opened();
        act(POLICE, "clerk", id, "receive", Map.of("received-on", "2025-03-26"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/received-on"))
                .body("rule.article", equalTo("4"));
        act(POLICE, "clerk", id, "receive", Map.of("received-on", "2025-03-02")).statusCode(200);
        read(POLICE, id)
                .body("clocks[0].startedAt", equalTo("2025-03-01T16:00:00Z"))
                .body("clocks[0].lastDay", equalTo("2025-03-05"))
                .body("clocks[0].overdue", equalTo(true))
                .body("clocks[0].days[0].number", equalTo(0));
        act(POLICE, "clerk", id, "consent", Map.of()).statusCode(200);
        read(POLICE, id).body("clocks[0].breached", equalTo(true)).body("clocks[0].ended", equalTo("FULFILLED"));
    }

    @Test
    void aPeriodIsLengthenedToItsTotal_andNoFurther() {
        String id = received("2025-03-25");
        act(POLICE, "clerk", id, "ask-extension", Map.of("amount", "3", "grounds", "人手不足"))
                .statusCode(422);
        act(POLICE, "clerk", id, "ask-extension", Map.of("amount", "2", "grounds", "人手不足"))
                .statusCode(200);
        act(AUTHORITY, "clerk", id, "consent-extension", Map.of()).statusCode(200);
        // 26, 27, 28 and 31 March, 1 April.
        read(POLICE, id).body("clocks[0].lastDay", equalTo("2025-04-01"));
    }

    @Test
    void aPromptDuty_isShownFromWhenToWhen_andEitherSideDisputes_andTheAuthoritysGovernmentDecides() {
        String id = received("2025-03-25");
        read(POLICE, id).body("promptly", empty()).body("parties.mayor.code", contains(GOVERNMENT));
        act(POLICE, "clerk", id, "refuse", Map.of()).statusCode(200);
        read(POLICE, id)
                .body("promptly.duty", contains("tell"))
                .body("promptly[0].obligor.code", contains(AUTHORITY))
                .body("promptly[0].ended", nullValue())
                .body("clocks.rule", contains("reply"));
        act(AUTHORITY, "clerk", id, "tell", Map.of()).statusCode(200);
        read(POLICE, id)
                .body("promptly[0].begun", startsWith("2025-03-25T02:00:"))
                .body("promptly[0].ended", startsWith("2025-03-25T02:00:"))
                .body("promptly[0].done", equalTo(true))
                .body("promptly[0].basis", equalTo("made-up-words-2025 6"))
                .body("actions.findAll { it.action == 'dispute' }.party", contains("requester", "provider"));
        act(AUTHORITY, "clerk", id, "dispute", Map.of()).statusCode(403);
        act(POLICE, "clerk", id, "dispute", Map.of()).statusCode(200);
        act(AUTHORITY, "clerk", id, "decide", Map.of()).statusCode(403);
        act(GOVERNMENT, "clerk", id, "decide", Map.of()).statusCode(200).body("closed", equalTo(true));
    }
}
