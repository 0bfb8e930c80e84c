package org.govshare.standalone.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.commands.CommandHandler;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.standalone.entrance.BadInput.Stage;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;
import org.junit.jupiter.api.Test;

/**
 * Thousands of wrong requests to every entrance: none fails, none that is refused changes anything, each refusal is
 * problem details that name what is wrong. {@code -Dgovshare.input.seed} repeats a run, {@code -Dgovshare.input.count}
 * makes it longer.
 */
@QuarkusTest
@TestProfile(OneProcess.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class BadInputQuarkusTest {
    private static final long SEED = Long.getLong("govshare.input.seed", 252019);
    private static final int COUNT = Integer.getInteger("govshare.input.count", 5_000);
    private static final int MOST_TOLD = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Who asks, and whether there is such a thing for who asks: no field is at fault. */
    private static final Set<Integer> NAME_NOTHING = Set.of(401, 403, 404);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> wrong = new ArrayList<>();

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Inject
    @All
    List<CommandHandler> handlers;

    @Test
    void wrongRequests_areRefusedAndChangeNothing() throws Exception {
        System.out.println("bad input: -Dgovshare.input.seed=" + SEED + " -Dgovshare.input.count=" + COUNT);
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        List<Row> rows = new ArrayList<>(Matrix.rows());
        rows.addAll(Matrix.fullRows());
        assertEveryEntranceIsAmong(rows);
        BadInputs inputs = new BadInputs(SEED, new Preparation(ownerUrl, new HttpDoor()), rows, queryParameters());
        rightRequestsAreTaken(inputs, rows);
        inputs.prepare();
        try (Footprint footprint = new Footprint(ownerUrl)) {
            refusedTogether(inputs, Stage.TOKEN, footprint, true);
            refusedTogether(inputs, Stage.ENVELOPE, footprint, false);
            fieldByField(inputs, footprint);
        }
        assertEquals(List.of(), wrong, "seed " + SEED);
    }

    private void assertEveryEntranceIsAmong(List<Row> rows) {
        Set<String> known = rows.stream().map(Row::entrance).collect(Collectors.toSet());
        Set<String> running = new TreeSet<>(RunningEntrances.rest());
        running.remove("POST /events");
        running.addAll(RunningEntrances.commands(handlers));
        running.removeAll(known);
        assertEquals(Set.of(), running, "entrances without a right request to make wrong ones of");
    }

    /** What is not right to begin with shows nothing when it is refused. */
    private void rightRequestsAreTaken(BadInputs inputs, List<Row> rows) throws Exception {
        for (Row row : rows) {
            BadInput right = inputs.right(row);
            HttpResponse<String> answer = send(right);
            if (answer.statusCode() >= 300) {
                tell(right, answer.statusCode() + " " + answer.body());
            }
            inputs.used(row);
        }
        assertEquals(List.of(), wrong);
    }

    /** A fifth of all each: nothing of these may be taken at all. */
    private void refusedTogether(BadInputs inputs, Stage stage, Footprint footprint, boolean leavesNothing)
            throws Exception {
        Map<String, String> before = footprint.taken();
        long stored = footprint.stored();
        for (int i = 0; i < COUNT / 5; i++) {
            BadInput input = inputs.make(stage, i);
            int status = check(input);
            if (status < 400 || stage == Stage.TOKEN && status != 401) {
                tell(input, "answered " + status);
            }
        }
        assertEquals(before, footprint.taken(), stage + " changed something; seed " + SEED);
        assertTrue(!leavesNothing || stored == footprint.stored(), stage + " left rows; seed " + SEED);
    }

    private void fieldByField(BadInputs inputs, Footprint footprint) throws Exception {
        int commands = 0;
        int readings = 0;
        Map<String, String> before = footprint.taken();
        for (int i = 0; i < COUNT - COUNT / 5 * 2; i++) {
            BadInput input = inputs.make(Stage.FIELD, i);
            if (check(input) >= 300) {
                Map<String, String> after = footprint.taken();
                if (!before.equals(after)) {
                    tell(input, "refused, and yet it changed something");
                }
                before = after;
                continue;
            }
            if (input.method().equals("GET")) {
                readings++;
            } else {
                commands++;
                inputs.used(input.row());
                inputs.prepare();
            }
            before = footprint.taken();
        }
        System.out.println("bad input: " + commands + " commands and " + readings + " readings were right after all");
    }

    private HttpResponse<String> send(BadInput input) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + input.path()))
                .method(input.method(), BodyPublishers.ofByteArray(input.body()));
        input.headers().forEach(request::header);
        request.timeout(PATIENCE);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private int check(BadInput input) throws Exception {
        HttpResponse<String> answer = send(input);
        if (answer.statusCode() >= 500) {
            tell(input, answer.statusCode() + " " + answer.body());
        } else if (answer.statusCode() >= 400) {
            checkProblem(input, answer);
        }
        return answer.statusCode();
    }

    private void checkProblem(BadInput input, HttpResponse<String> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            tell(input, answer.statusCode() + " is no problem details but " + type + " " + answer.body());
            return;
        }
        JsonNode problem = json.readTree(answer.body());
        if (!NAME_NOTHING.contains(answer.statusCode())) {
            List<String> named = new ArrayList<>();
            problem.path("violations")
                    .forEach(one -> named.add(one.path("pointer").asText()));
            if (!input.isNamedBy(named)) {
                tell(
                        input,
                        answer.statusCode() + " names " + named + " "
                                + problem.path("detail").asText());
            }
        }
    }

    private void tell(BadInput input, String what) {
        if (wrong.size() < MOST_TOLD) {
            wrong.add(what + "\n    " + input.told() + "\n");
        }
    }

    private Map<String, List<String>> queryParameters() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/q/openapi?format=json"))
                .build();
        Map<String, List<String>> parameters = new TreeMap<>();
        JsonNode paths = json.readTree(
                        client.send(request, BodyHandlers.ofString()).body())
                .path("paths");
        paths.properties().forEach(path -> {
            List<String> names = new ArrayList<>();
            path.getValue().path("get").path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    names.add(parameter.path("name").asText());
                }
            });
            parameters.put(path.getKey(), names);
        });
        assertTrue(parameters.getOrDefault("/requests", List.of()).contains("limit"), parameters.toString());
        return parameters;
    }
}
