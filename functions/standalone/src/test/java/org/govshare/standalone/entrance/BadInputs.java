package org.govshare.standalone.entrance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.govshare.standalone.entrance.BadInput.Stage;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;
import org.govshare.testkit.entrance.Row.Answered;

/** Makes wrong requests of the matrix's right ones; request number n is the same for the same seed. */
final class BadInputs {
    private final long seed;
    private final Preparation things;
    private final Map<String, List<String>> parameters;
    private final List<Row> commands = new ArrayList<>();
    private final List<Row> readings = new ArrayList<>();
    private final List<Row> oddReadings;
    private final Map<String, String> bearers = new LinkedHashMap<>();
    private final Map<String, String> badBearers = new LinkedHashMap<>();
    private final Map<Row, String> bodies = new LinkedHashMap<>();
    private final Map<Row, String> paths = new LinkedHashMap<>();

    /** @param parameters names of the query parameters of a reading, by its template */
    BadInputs(long seed, Preparation things, List<Row> rows, Map<String, List<String>> parameters) {
        this.seed = seed;
        this.things = things;
        this.parameters = parameters;
        for (Row row : rows) {
            (row.method().equals("GET") ? readings : commands).add(row);
        }
        oddReadings = readings.stream()
                .filter(row -> OddReading.possible(row.target(), parametersOf(row)))
                .toList();
    }

    /** The right request that wrong ones are made of. */
    BadInput right(Row row) {
        return input(Stage.FIELD, row, "right", Optional.empty(), path(row), envelope(row), body(row));
    }

    BadInput make(Stage stage, int number) {
        Random random = new Random(seed * 1_000_003L + number * 31L + stage.ordinal());
        return switch (stage) {
            case TOKEN -> withoutToken(random, number);
            case ENVELOPE -> brokenEnvelope(random, commands.get(number % commands.size()));
            case FIELD ->
                number % 5 == 4
                        ? oddReading(random, oddReadings.get(number / 5 % oddReadings.size()))
                        : oddField(random, commands.get(number % commands.size()));
        };
    }

    /** Makes everything that requests are about, so that making a request changes nothing until one is taken. */
    void prepare() {
        commands.forEach(this::body);
        commands.forEach(this::path);
        readings.forEach(this::path);
    }

    /** The thing that a command acted upon is used up. */
    void used(Row row) {
        bodies.remove(row);
        paths.remove(row);
    }

    private BadInput withoutToken(Random random, int number) {
        boolean reading = number % 4 == 0;
        Row row = reading ? readings.get(number / 4 % readings.size()) : commands.get(number % commands.size());
        BadToken bad = BadToken.values()[random.nextInt(BadToken.values().length)];
        Map<String, String> headers = envelope(row);
        headers.remove("Authorization");
        String key = bad + row.right().agency() + row.right().role();
        String token = badBearers.computeIfAbsent(
                key,
                unused -> bad.of(TestTokens.agency(
                                row.right().agency(), row.right().role()))
                        .orElse(""));
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        String body = reading
                ? ""
                : random.nextBoolean()
                        ? body(row)
                        : Mutation.of(body(row), random).text();
        return input(Stage.TOKEN, row, bad.name(), Optional.empty(), path(row), headers, body);
    }

    private BadInput brokenEnvelope(Random random, Row row) {
        BrokenEnvelope broken = row.method().equals(Row.EVENT)
                ? BrokenEnvelope.ofEvent(envelope(row), body(row), random)
                : BrokenEnvelope.ofRest(envelope(row), body(row), random);
        return input(
                Stage.ENVELOPE,
                row,
                broken.what(),
                Optional.of(broken.at()),
                path(row),
                broken.headers(),
                broken.body());
    }

    private BadInput oddField(Random random, Row row) {
        Mutation mutation = Mutation.of(body(row), random);
        return input(
                Stage.FIELD,
                row,
                mutation.what(),
                Optional.of((row.method().equals(Row.EVENT) ? "/data" : "") + mutation.at()),
                path(row),
                envelope(row),
                mutation.text());
    }

    private BadInput oddReading(Random random, Row row) {
        OddReading odd = OddReading.of(row.target(), parametersOf(row), path(row), random);
        return input(Stage.FIELD, row, "parameter", Optional.of(odd.at()), odd.path(), envelope(row), "");
    }

    private List<String> parametersOf(Row row) {
        return parameters.getOrDefault(row.target(), List.of());
    }

    private Map<String, String> envelope(Row row) {
        Map<String, String> headers = new LinkedHashMap<>();
        Answered caller = row.right();
        headers.put(
                "Authorization",
                bearers.computeIfAbsent(
                        caller.agency() + caller.role(),
                        unused -> TestTokens.agency(caller.agency(), caller.role())
                                .bearer()));
        if (row.method().equals(Row.EVENT)) {
            headers.put("ce-specversion", "1.0");
            headers.put("ce-id", UUID.randomUUID().toString());
            headers.put("ce-source", "//bad-input");
            headers.put("ce-type", row.target());
        } else if (!row.body().isEmpty()) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (!row.body().isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return headers;
    }

    private String body(Row row) {
        return bodies.computeIfAbsent(row, unused -> things.put(row.body()));
    }

    private String path(Row row) {
        return row.method().equals(Row.EVENT)
                ? "/events"
                : paths.computeIfAbsent(row, unused -> things.put(row.path()));
    }

    private static BadInput input(
            Stage stage,
            Row row,
            String what,
            Optional<String> at,
            String path,
            Map<String, String> headers,
            String body) {
        String method = row.method().equals(Row.EVENT) ? "POST" : row.method();
        return new BadInput(stage, row, what, at, method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
