package org.govshare.request;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.govshare.testkit.http.Api;
import org.govshare.testkit.http.ShareForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that nobody can see is not stated: it opens no case and ends nobody's clock. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UnseenTextQuarkusTest {
    private static final String DATASET = "hebei-standard-addresses";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void loadRegistry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00a0", "\u3000", "\u3164", "\u2800", "\u0301", "\ufe0f", "\u200d\u2060"})
    void scenario_opensNoCase(String unseen) {
        Api.trySubmit(Agencies.SHIJIAZHUANG_HEALTH, DATASET, Map.of("scenario", unseen))
                .statusCode(422)
                .body("violations.pointer", contains("/scenario"))
                .body("violations.code", contains("field-missing"))
                .body("rule.article", equalTo("15 para. 1"));
    }

    @Test
    void reasonAndBasisOfARefusal_endNoClock() {
        String id = forwarded();
        Map<String, String> unseen = Map.of("instrument", "\u200b", "article", "\u00a0", "reason", "\u200b\u200b");
        Api.act(Agencies.PROVINCE_POLICE, "leader", id, "refuse", unseen)
                .statusCode(422)
                .body("violations.pointer", contains("/fields/instrument"))
                .body("violations.code", contains("field-missing"));
        Api.act(
                        Agencies.PROVINCE_POLICE,
                        "leader",
                        id,
                        "refuse",
                        Map.of("instrument", "统计法", "article", "九", "reason", "\u00a0"))
                .statusCode(422)
                .body("violations.pointer", contains("/fields/reason"));
        Api.read(Agencies.PROVINCE_POLICE, id)
                .body("step", equalTo("reply"))
                .body("clocks.find { it.rule == 'reply' }.endedAt", equalTo(null));
    }

    @Test
    void whatCanBeSeen_isKept_withoutSpacesAtItsEnds() {
        String id = forwarded();
        Api.act(
                        Agencies.PROVINCE_POLICE,
                        "leader",
                        id,
                        "refuse",
                        Map.of("instrument", "\u00a0统计法\u200b", "article", "九", "reason", "👩\u200d👩\u200d👧"))
                .statusCode(200);
        Api.read(Agencies.PROVINCE_POLICE, id)
                .body("facts.instrument", equalTo("统计法"))
                .body("facts.reason", equalTo("👩\u200d👩\u200d👧"));
    }

    @Test
    void dataset_action_andItems_areMissing() {
        Api.command(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .body(Map.of("dataset", "\u200b", "scenario", "流调", "items", List.of("\u00a0")))
                .post("/requests")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/dataset", "/items/0"))
                .body("violations.code", contains("missing", "missing"));
        Api.act(Agencies.PROVINCE_POLICE, "clerk", forwarded(), "\u200b", Map.of())
                .statusCode(422)
                .body("violations.pointer", hasItem("/action"));
        Api.act(
                        Agencies.PROVINCE_POLICE,
                        "leader",
                        forwarded(),
                        "consent",
                        Map.of("scope", "全市", "purpose", "流调", "items", List.of("\u200b", "\u200b")))
                .statusCode(422)
                .body("violations.pointer", contains("/fields/items/0", "/fields/items/1"));
    }

    @Test
    void idempotencyKey_isMissing_whicheverOctetsItHas() throws Exception {
        for (String octets : List.of("\u00a0", "\u00e2\u0080\u008b", "\u00c2\u00a0")) {
            String answer = posted("Idempotency-Key: " + octets);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(answer.contains("urn:govshare:problem:idempotency-key-missing"), answer);
        }
        assertEquals(
                "HTTP/1.1 201", posted("Idempotency-Key: \u00e5\u008a\u009e").substring(0, 12));
    }

    /** Over a bare socket, since clients send no octets beyond ASCII. */
    private static String posted(String header) throws Exception {
        String body = ShareForm.json(DATASET, Map.of("scenario", "tracing"));
        int octetsOfBody = body.getBytes(StandardCharsets.UTF_8).length;
        String request = "POST /requests HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + octetsOfBody + "\r\nAuthorization: Bearer "
                + TestTokens.agency(Agencies.SHIJIAZHUANG_HEALTH, "leader").sign() + "\r\n" + header + "\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String forwarded() {
        String id = Api.submit(Agencies.SHIJIAZHUANG_HEALTH, DATASET, Map.of("scenario", "流调"));
        Api.act(Agencies.SHIJIAZHUANG_AUTHORITY, "clerk", id, "forward-up", Map.of())
                .statusCode(200);
        Api.act(Agencies.PROVINCE_AUTHORITY, "clerk", id, "forward", Map.of()).statusCode(200);
        return id;
    }
}
