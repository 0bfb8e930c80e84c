package org.govshare.request;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches that lock the same cases in another order each get their answer. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeadlockQuarkusTest {
    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void registry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
    }

    @Test
    void crossingBatches_areBothAnswered() {
        String one = submit();
        String other = submit();
        for (int round = 0; round < 5; round++) {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 2)
                    .mapToObj(i -> i == 0 ? List.of(one, other) : List.of(other, one))
                    .map(order ->
                            CompletableFuture.supplyAsync(() -> act(order), command -> new Thread(command).start()))
                    .toList();
            answers.forEach(answer -> assertEquals(200, answer.join()));
        }
    }

    private static String submit() {
        return given().header("Authorization", "Bearer " + Agencies.token(Agencies.SHIJIAZHUANG_HEALTH, "clerk"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("dataset", "hebei-standard-addresses", "scenario", "核对住址"))
                .post("/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Many acts on each case, all refused, so that the two batches are sure to meet. */
    private static int act(List<String> cases) {
        List<Map<String, Object>> events = cases.stream()
                .flatMap(id -> Stream.generate(() -> event(id)).limit(20))
                .toList();
        return given().header("Authorization", "Bearer " + Agencies.token(Agencies.SHIJIAZHUANG_AUTHORITY, "clerk"))
                .contentType("application/cloudevents-batch+json")
                .body(new io.vertx.core.json.JsonArray(events).encode())
                .post("/events")
                .statusCode();
    }

    private static Map<String, Object> event(String id) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "//test",
                "type",
                ActOnRequest.TYPE,
                "data",
                Map.of("request", id, "action", "none-such"));
    }
}
