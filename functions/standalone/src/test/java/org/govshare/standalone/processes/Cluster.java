package org.govshare.standalone.processes;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.BrokerStandIn;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.TestDatabase;
import org.govshare.testkit.TestTokens;

/** Functions as a cluster runs them: a process per entrance, one PostgreSQL, one broker, ticks only when the test says so. */
final class Cluster implements AutoCloseable {
    static final String TICK = "org.govshare.escalation.tick.v1";
    static final String WAKE = "org.govshare.backflow.wake.v1";
    static final String SUBMITTED = "org.govshare.request.submitted.v1";
    private static final String PING = "dev.knative.sources.ping";
    static final String SENDER = "//health";
    private static final long SEED = 20260101;

    final TestDatabase database = TestDatabase.create();
    final BrokerStandIn broker = BrokerStandIn.start(SEED);
    final LawTimeShift time = new LawTimeShift(database.ownerUrl());
    final FunctionProcess intake;
    final FunctionProcess intakeInner;
    final FunctionProcess exchange;
    final FunctionProcess escalation;
    final FunctionProcess backflow;
    final FunctionProcess backflowInner;

    Cluster() throws Exception {
        try (Connection owner = database.connectAsOwner()) {
            RegistryLoad.builtIn().into(owner);
        }
        intake = FunctionProcess.of("request-intake", "front", settings());
        intakeInner = FunctionProcess.of("request-intake", "inner", settings());
        exchange = FunctionProcess.of("data-exchange", "front", settings());
        escalation = FunctionProcess.of("deadline-escalation", "inner", settings());
        backflow = FunctionProcess.of("city-backflow", "front", settings());
        backflowInner = FunctionProcess.of("city-backflow", "inner", settings());
        broker.subscribe(TICK, escalation.address());
        broker.subscribe(SUBMITTED, intakeInner.address());
        broker.subscribe(WAKE, backflowInner.address());
    }

    void start() throws IOException {
        for (FunctionProcess process : processes()) {
            process.start();
        }
        processes().forEach(FunctionProcess::awaitReady);
    }

    /** One more front door of a function, not started yet; the caller closes it. */
    FunctionProcess front(String function) throws IOException {
        return FunctionProcess.of(function, "front", settings());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(TestTokens.verification());
        settings.put("quarkus.datasource.jdbc.url", database.appUrl());
        settings.put("quarkus.datasource.jdbc.max-size", "6");
        settings.put("govshare.sink", broker.address().toString());
        settings.put("govshare.movable-clock", "true");
        settings.put("govshare.trail-key", "test-key");
        settings.put("govshare.delivery.allow-private", "true");
        settings.put("govshare.escalation.every", "off");
        settings.put("govshare.backflow.every", "off");
        return settings;
    }

    /** A PingSource's event for the function that it names, twice and in any order with others. */
    void ping(FunctionProcess function, String wakes) {
        broker.subscribe(PING, function.address());
        broker.send(PING, Map.of("ce-wakes", wakes));
    }

    void tick() {
        broker.send(TICK, Map.of());
    }

    /** A command of a clerk who is the head of the agency's sharing office too. */
    static RequestSpecification as(String agency, FunctionProcess function) {
        return given().baseUri(function.address().toString())
                .header(
                        "Authorization",
                        TestTokens.agency(agency, "clerk", "leader").bearer())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON);
    }

    /** A command posted to an entrance, or to the broker as any sender may, with its sender's token; the answer's status. */
    static int command(URI to, String type, String id, String data, String jwt) {
        return given().header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", SENDER)
                .header("ce-type", type)
                .header("ce-actorjwt", jwt)
                .contentType("application/json; charset=UTF-8")
                .body(data)
                .post(to)
                .statusCode();
    }

    /** An event that nobody sent through our outbox, posted straight to an entrance; the answer's status. */
    static int forge(URI entrance, String type, String data) {
        return given().header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID().toString())
                .header("ce-source", "//nobody")
                .header("ce-type", type)
                .contentType(ContentType.JSON)
                .body(data)
                .post(entrance)
                .statusCode();
    }

    /** The one number that a query gives, as the owner sees it. */
    long count(String query, Object... parameters) {
        try (Connection owner = database.connectAsOwner();
                PreparedStatement statement = owner.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    void update(String sql) {
        try (Connection owner = database.connectAsOwner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private List<FunctionProcess> processes() {
        return Stream.of(intake, intakeInner, exchange, escalation, backflow, backflowInner)
                .toList();
    }

    @Override
    public void close() {
        processes().forEach(FunctionProcess::close);
        broker.close();
        database.close();
    }
}
