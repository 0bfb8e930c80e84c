package org.govshare.casework;

import static org.govshare.testkit.http.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.casework.standin.Act;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.Concurrently;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.entrance.Agencies;
import org.govshare.testkit.http.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches that lock the same cases in another order each get their answer. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
class CrossingBatchesQuarkusTest {
    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void registry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
    }

    /** Too many to be served in time may hear so (503); they are answered when they come again under the same ids. */
    @Test
    void thirtyCrossingBatches_areAllAnswered() {
        List<String> cases =
                Stream.generate(CrossingBatchesQuarkusTest::submit).limit(4).toList();
        List<String> batches = IntStream.range(0, 30)
                .mapToObj(number -> batch(shuffled(cases, number)))
                .toList();
        List<Integer> answers = Concurrently.run(30, number -> post(batches.get(number)));
        for (int i = 0; i < answers.size(); i++) {
            assertEquals(200, answers.get(i) == 503 ? post(batches.get(i)) : answers.get(i));
        }
    }

    private static List<String> shuffled(List<String> cases, int seed) {
        List<String> order = new ArrayList<>(cases);
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private static String submit() {
        return Api.submit(Agencies.SHIJIAZHUANG_HEALTH, "hebei-standard-addresses", Map.of("scenario", "核对住址"));
    }

    /** Several acts on each case, all refused, so that the batches are sure to meet. */
    private static String batch(List<String> cases) {
        List<Map<String, Object>> events = cases.stream()
                .flatMap(id -> Stream.generate(() -> event(id)).limit(5))
                .toList();
        return new io.vertx.core.json.JsonArray(events).encode();
    }

    private static int post(String batch) {
        return as(Agencies.SHIJIAZHUANG_AUTHORITY, "clerk")
                .contentType("application/cloudevents-batch+json; charset=UTF-8")
                .body(batch)
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
                Act.TYPE,
                "data",
                Map.of("request", id, "action", "none-such"));
    }
}
