package org.govshare.standalone.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.request.RequestCases;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.WebhookReceiver;
import org.govshare.testkit.WebhookReceiver.Delivery;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;
import org.govshare.verification.VerificationCases;
import org.junit.jupiter.api.Test;

/** What the application really sends, held against what {@code docs/asyncapi.yaml} says it sends. */
@QuarkusTest
@TestProfile(OneProcess.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class EventsSentQuarkusTest {
    private static final String BATCH = "org.govshare.backflow.batch.v1";
    private static final String TICK = "org.govshare.escalation.tick.v1";
    private static final String WAKE = "org.govshare.backflow.wake.v1";

    private final List<String> wrong = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Test
    void everyEventOfTheCatalogue_isSentAsItIsDescribed() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        EventCatalogue catalogue = EventCatalogue.read();
        try (WebhookReceiver city = WebhookReceiver.start()) {
            play(city);
            outbox(catalogue);
            for (Delivery delivery : city.deliveries()) {
                delivered(catalogue, delivery);
            }
        }
        assertEquals(List.of(), wrong);
        Set<String> described = new TreeSet<>(catalogue.types());
        described.removeAll(catalogue.typesOf("commands"));
        assertEquals(described, seen);
    }

    /** Every command as the right one and a wrong one send it through the broker, and what the functions make of it. */
    private void play(WebhookReceiver city) {
        Preparation things = new Preparation(ownerUrl, new HttpDoor(), HttpDoor.webhook(city));
        RequestCases.filedAndReported(things);
        String late = VerificationCases.lateWithMoreTimeAsked(things);
        notified(TICK);
        VerificationCases.moreTime(things, late);
        List<Row> commands = new ArrayList<>(Matrix.commands());
        commands.addAll(Matrix.fullRows().stream()
                .filter(row -> row.method().equals(Row.EVENT))
                .toList());
        for (Row row : commands) {
            send(BrokeredCommand.of(row, row.right(), things));
            send(BrokeredCommand.of(Row.event(row.target(), "{\"x\":1}"), row.right(), things));
        }
        notified(TICK);
        notified(WAKE);
    }

    private static void notified(String type) {
        AtTheRoot.notification(type)
                .header("Govshare-Sink-Secret", OneProcess.SECRET)
                .post("/")
                .then()
                .statusCode(204);
    }

    private static void send(BrokeredCommand command) {
        assertEquals(204, command.post(Optional.of(command.token().sign())), command.type());
    }

    private void outbox(EventCatalogue catalogue) throws SQLException, IOException {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                ResultSet rows = owner.createStatement().executeQuery("select type, data::text from govshare.outbox")) {
            while (rows.next()) {
                sent(catalogue, rows.getString(1), catalogue.json(rows.getString(2)));
            }
        }
    }

    private void delivered(EventCatalogue catalogue, Delivery delivery) throws IOException {
        if (!delivery.type().equals(BATCH)) {
            sent(catalogue, delivery.type(), catalogue.json(delivery.body()));
            return;
        }
        seen.add(BATCH);
        List<String> lines = delivery.body().lines().toList();
        told(BATCH, lines.get(0), catalogue.faultsBySchema("batchManifest", catalogue.json(lines.get(0))));
        for (String line : lines.subList(1, lines.size())) {
            told(BATCH, line, catalogue.faultsBySchema("batchLine", catalogue.json(line)));
        }
    }

    private void sent(EventCatalogue catalogue, String type, JsonNode data) {
        seen.add(type);
        told(type, data, catalogue.faults(type, data));
        data.fieldNames().forEachRemaining(member -> {
            if (!catalogue.members(type).contains(member)) {
                told(type, data, List.of(member + " is not described"));
            }
        });
    }

    private void told(String type, Object data, List<String> faults) {
        faults.forEach(fault -> wrong.add(type + " " + data + ": " + fault));
    }
}
