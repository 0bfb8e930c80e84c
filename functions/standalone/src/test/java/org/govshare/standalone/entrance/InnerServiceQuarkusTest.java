package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.commands.CommandPath;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.WebhookReceiver;
import org.govshare.testkit.entrance.Preparation;
import org.junit.jupiter.api.Test;

/** A cluster's inner Service: {@code /} asks for nothing there, and a forged notification does no harm. */
@QuarkusTest
@TestProfile(InnerServiceQuarkusTest.Inner.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class InnerServiceQuarkusTest {
    private static final int MOST_ROUNDS = 20;
    private static final List<String> FORGED = List.of(
            "{\"city\":\"130100\",\"dataset\":\"hebei-communities\"}",
            "{\"city\":\"130200\",\"dataset\":\"hebei-communities\"}",
            "{\"city\":\"130100\",\"dataset\":\"hebei-standard-addresses\"}",
            "{\"city\":\"'; drop table govshare.case_file; --\",\"dataset\":\"../..\"}",
            "{}");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Inject
    CommandPath commands;

    /** As knative/ sets it, with a clock that the preparation needs. */
    public static class Inner implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "govshare.entrance", "inner",
                    "govshare.sink", "http://127.0.0.1:1/",
                    "govshare.sink-secret", "",
                    "govshare.movable-clock", "true",
                    "govshare.trail-key", "test-key",
                    "govshare.delivery.allow-private", "true",
                    "govshare.escalation.every", "off",
                    "govshare.backflow.every", "off");
        }
    }

    @Test
    void forgedNotificationsAndTicks_changeNothingWhereNothingIsDue() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        try (WebhookReceiver city = WebhookReceiver.start();
                Footprint footprint = new Footprint(ownerUrl)) {
            new Preparation(ownerUrl, new InsideDoor(commands), HttpDoor.webhook(city));
            settle(footprint);
            int batches = city.batches();
            assertTrue(batches > 0, "the city has been served");
            Map<String, String> before = footprint.taken();
            long stored = footprint.stored();

            assertEquals(List.of(), sendAll());

            assertEquals(before, footprint.taken());
            assertEquals(stored, footprint.stored(), "a command without its sender's token stores nothing");
            assertEquals(batches, city.batches() + city.repeated());
        }
    }

    @Test
    void nothingElse_answers() {
        for (String entrance : RunningEntrances.rest()) {
            String[] route = entrance.split(" ");
            given().request(route[0], route[1].replaceAll("\\{.*?}", "x"))
                    .then()
                    .statusCode(404);
        }
        for (String function : RunningEntrances.functions()) {
            assertEquals(404, AtTheRoot.byName("GET", function).statusCode());
        }
    }

    /** What is due is done at the first notifications that come, whoever sends them. */
    private static void settle(Footprint footprint) throws SQLException, IOException {
        Map<String, String> unsettled = footprint.taken();
        Map<String, String> before = Map.of();
        for (int round = 0; round < MOST_ROUNDS && !before.equals(footprint.taken()); round++) {
            before = footprint.taken();
            sendAll();
        }
        assertEquals(before, footprint.taken(), "does not settle");
        assertNotEquals(unsettled, before, "nothing was due");
    }

    /** Every type there is, with each of the data; those that were not answered as they must be. */
    private static List<String> sendAll() throws IOException {
        Set<String> types = new TreeSet<>(EventCatalogue.read().typesOf("notifications"));
        types.addAll(RunningEntrances.functions());
        List<String> wrong = new ArrayList<>();
        for (String type : types) {
            for (String data : FORGED) {
                int status = AtTheRoot.notification(type).body(data).post("/").statusCode();
                if (status / 100 != 2) {
                    wrong.add(type + " " + data + ": " + status);
                }
            }
        }
        return wrong;
    }
}
