package org.govshare.standalone.processes;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.http.ShareForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands of agencies that post to the broker: delivered twice each, they have one effect and one outcome. */
class BrokeredCommandsIT {
    private static final String HEALTH = "Y1130000FAKE01032A";
    private static final String ACCEPTED = "org.govshare.command.accepted.v1";
    private static final String REFUSED = "org.govshare.command.refused.v1";
    private static final String DATA = ShareForm.json("hebei-standard-addresses", Map.of("scenario", "疫情流调"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = new Cluster();
        cluster.start();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void command_reachesItsCase_andItsOutcomeComesBack() throws IOException {
        String id = UUID.randomUUID().toString();
        assertEquals(202, send(id, DATA, token(id, DATA)));

        await().atMost(PATIENCE).until(() -> outcomes(ACCEPTED, id).size() == 1);
        JsonNode outcome = outcomes(ACCEPTED, id).get(0);
        assertEquals(201, outcome.path("status").asInt());
        assertEquals(Cluster.SENDER, outcome.path("source").asText());
        Cluster.as(HEALTH, cluster.intake)
                .get(outcome.path("location").asText())
                .then()
                .statusCode(200)
                .body("id", equalTo(outcome.path("result").path("id").asText()));

        await().atMost(PATIENCE).until(() -> cluster.broker.delivered(Cluster.SUBMITTED) >= 2);
        assertEquals(1, outcomes(ACCEPTED, id).size(), "the second delivery has the same outcome");
        assertEquals(1, cluster.count("select count(*) from inbox where event_id = ?", id));
    }

    @Test
    void refusedCommand_hasItsOutcomeToo() throws IOException {
        String id = UUID.randomUUID().toString();
        String data = "{\"dataset\":\"no-such-dataset\",\"scenario\":\"疫情流调\"}";
        assertEquals(202, send(id, data, token(id, data)));
        await().atMost(PATIENCE).until(() -> outcomes(REFUSED, id).size() == 1);
        JsonNode outcome = outcomes(REFUSED, id).get(0);
        assertEquals(422, outcome.path("status").asInt());
        assertEquals(
                "/data/dataset", outcome.at("/problem/zh/violations/0/pointer").asText());
    }

    @Test
    void expiredToken_isAnsweredOnce_andTheIdServesTheNextOne() throws IOException {
        String id = UUID.randomUUID().toString();
        var hourAgo = Clock.systemUTC().instant().minus(Duration.ofHours(1));
        TestTokens expired = TestTokens.actor(HEALTH, "leader", id, Cluster.SENDER, Cluster.SUBMITTED, DATA)
                .issued(hourAgo, Duration.ofMinutes(5));
        int before = cluster.broker.delivered(Cluster.SUBMITTED);
        send(id, DATA, expired.sign());
        await().atMost(PATIENCE).until(() -> cluster.broker.delivered(Cluster.SUBMITTED) >= before + 2);
        await().atMost(PATIENCE).until(() -> outcomes(REFUSED, id).size() == 1);
        assertEquals(401, outcomes(REFUSED, id).get(0).path("status").asInt());

        send(id, DATA, token(id, DATA));
        await().atMost(PATIENCE).until(() -> outcomes(ACCEPTED, id).size() == 1);
        assertEquals(1, outcomes(REFUSED, id).size());
    }

    @Test
    void frontDoor_takesNoEventAtTheRoot() {
        String id = UUID.randomUUID().toString();
        assertEquals(404, Cluster.command(cluster.intake.address(), Cluster.SUBMITTED, id, DATA, token(id, DATA)));
    }

    private static int send(String id, String data, String jwt) {
        return Cluster.command(cluster.broker.address(), Cluster.SUBMITTED, id, data, jwt);
    }

    private static String token(String id, String data) {
        return TestTokens.actor(HEALTH, "leader", id, Cluster.SENDER, Cluster.SUBMITTED, data)
                .sign();
    }

    /** The outcomes of a command that the broker was given, one for each id that they came under. */
    private static List<JsonNode> outcomes(String type, String command) throws IOException {
        List<JsonNode> outcomes = new ArrayList<>();
        for (String data : cluster.broker.accepted(type).values()) {
            JsonNode outcome = new ObjectMapper().readTree(data);
            if (command.equals(outcome.path("id").asText())) {
                outcomes.add(outcome);
            }
        }
        return outcomes;
    }
}
