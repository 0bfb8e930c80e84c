package org.govshare.standalone.entrance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.govshare.standalone.entrance.BadInput.Stage;
import org.govshare.standalone.entrance.Row.Answered;
import org.govshare.testkit.TestTokens;

/** Makes wrong requests of the matrix's right ones; request number n is the same for the same seed. */
final class BadInputs {
    private static final List<String> ENVELOPE = List.of("ce-specversion", "ce-id", "ce-source", "ce-type");

    private final long seed;
    private final World world;
    private final Map<String, List<String>> parameters;
    private final List<Row> commands = new ArrayList<>();
    private final List<Row> readings = new ArrayList<>();
    private final Map<String, String> bearers = new LinkedHashMap<>();
    private final Map<String, String> badBearers = new LinkedHashMap<>();
    private final Map<Row, String> bodies = new LinkedHashMap<>();
    private final Map<Row, String> paths = new LinkedHashMap<>();

    /** @param parameters names of the query parameters of a reading, by its template */
    BadInputs(long seed, World world, List<Row> rows, Map<String, List<String>> parameters) {
        this.seed = seed;
        this.world = world;
        this.parameters = parameters;
        for (Row row : rows) {
            (row.method().equals("GET") ? readings : commands).add(row);
        }
    }

    BadInput make(Stage stage, int number) {
        Random random = new Random(seed * 1_000_003L + number * 31L + stage.ordinal());
        return switch (stage) {
            case TOKEN -> withoutToken(random, number);
            case ENVELOPE -> brokenEnvelope(random, commands.get(number % commands.size()));
            case FIELD ->
                number % 5 == 4
                        ? oddReading(random, readings.get(number / 5 % readings.size()))
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
        Map<String, String> headers = envelope(row);
        String body = body(row);
        if (!row.method().equals(Row.EVENT)) {
            return brokenRest(random, row, headers, body);
        }
        String attribute = ENVELOPE.get(random.nextInt(ENVELOPE.size()));
        String at = "/" + attribute.substring(3);
        switch (random.nextInt(6)) {
            case 0 -> headers.remove(attribute);
            case 1 -> headers.put(attribute, "");
            case 2 -> headers.put(attribute, "x".repeat(300));
            case 3 ->
                headers.put(
                        attribute,
                        List.of("%00", "%zz", "%ff", "a%0Ab", "%ED%A0%80").get(random.nextInt(5)));
            case 4 -> {
                at = "/time";
                headers.put(
                        "ce-time",
                        List.of("yesterday", "2027-02-30T00:00:00Z", "1").get(random.nextInt(3)));
            }
            default -> {
                return brokenStructure(random, row, headers, body, attribute.substring(3));
            }
        }
        return input(Stage.ENVELOPE, row, "attribute", Optional.of(at), path(row), headers, body);
    }

    private BadInput brokenStructure(
            Random random, Row row, Map<String, String> headers, String body, String attribute) {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("Authorization", headers.get("Authorization"));
        kept.put("Content-Type", "application/cloudevents+json");
        StringBuilder event = new StringBuilder("{\"data\":" + body);
        for (String name : ENVELOPE) {
            String member = name.substring(3);
            String value = "\"" + headers.get(name) + "\"";
            if (member.equals(attribute)) {
                value = List.of("1", "null", "{}", "[]", "true", "\"\"", "\"\\u0001\"")
                        .get(random.nextInt(7));
            }
            event.append(",\"").append(member).append("\":").append(value);
        }
        Optional<String> at = Optional.of("/" + attribute);
        return input(
                Stage.ENVELOPE,
                row,
                "structured",
                at,
                path(row),
                kept,
                event.append('}').toString());
    }

    private BadInput brokenRest(Random random, Row row, Map<String, String> headers, String body) {
        Optional<String> at = Optional.empty();
        String sent = body;
        switch (random.nextInt(6)) {
            case 0 -> headers.remove("Idempotency-Key");
            case 1 -> {
                headers.put("Idempotency-Key", "k".repeat(257 + random.nextInt(500)));
                at = Optional.of("Idempotency-Key");
            }
            case 2 ->
                headers.put(
                        "Content-Type",
                        List.of("text/plain", "application/xml", "nonsense").get(random.nextInt(3)));
            case 3 -> sent = "";
            case 4 -> sent = body.substring(0, 1 + random.nextInt(body.length() - 1));
            default -> headers.put("Content-Encoding", "gzip");
        }
        return input(Stage.ENVELOPE, row, "rest envelope", at, path(row), headers, sent);
    }

    private BadInput oddField(Random random, Row row) {
        Mutation mutation = Mutation.of(body(row), random);
        return input(
                Stage.FIELD,
                row,
                mutation.what(),
                Optional.of(mutation.at()),
                path(row),
                envelope(row),
                mutation.text());
    }

    private BadInput oddReading(Random random, Row row) {
        List<String> known = parameters.getOrDefault(row.target(), List.of());
        String odd = oddQuery(random);
        String path = path(row);
        Optional<String> at = Optional.empty();
        if (row.target().contains("{") && (known.isEmpty() || random.nextBoolean())) {
            path = named(row.target(), path.split("\\?")[0], odd);
        } else if (!known.isEmpty()) {
            String name = known.get(random.nextInt(known.size()));
            at = Optional.of(name);
            path = path.split("\\?")[0] + "?" + others(path, name) + name + "=" + odd;
        } else {
            path = path + "?" + odd + "=" + odd;
        }
        return input(Stage.FIELD, row, "parameter", at, path, envelope(row), "");
    }

    /** The path with another thing where its template has a name in braces. */
    private static String named(String template, String path, String thing) {
        String[] parts = path.split("/");
        String[] names = template.split("/");
        for (int i = 0; i < parts.length; i++) {
            if (names[i].startsWith("{")) {
                parts[i] = thing;
            }
        }
        return String.join("/", parts);
    }

    private static String others(String path, String but) {
        if (!path.contains("?")) {
            return "";
        }
        StringBuilder kept = new StringBuilder();
        for (String pair : path.substring(path.indexOf('?') + 1).split("&")) {
            if (!pair.startsWith(but + "=")) {
                kept.append(pair).append('&');
            }
        }
        return kept.toString();
    }

    private static String oddQuery(Random random) {
        List<String> raw = List.of(
                "%00",
                "a%00b",
                "%C3%28",
                "%ED%A0%80",
                "%FF",
                "x".repeat(2000),
                "%F0%9F%98%80",
                "-1",
                "0",
                "201",
                "99999999999999999999",
                "1e3",
                "%20",
                "+",
                "true",
                "MQ==");
        return random.nextBoolean()
                ? raw.get(random.nextInt(raw.size()))
                : URLEncoder.encode(
                        OddValues.TEXTS.get(random.nextInt(OddValues.TEXTS.size())), StandardCharsets.UTF_8);
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
        return bodies.computeIfAbsent(row, unused -> world.put(row.body()));
    }

    private String path(Row row) {
        return row.method().equals(Row.EVENT) ? "/events" : paths.computeIfAbsent(row, unused -> world.put(row.path()));
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
