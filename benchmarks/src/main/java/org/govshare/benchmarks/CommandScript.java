package org.govshare.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script for pgbench out of what PostgreSQL executed for one command: its log gives the statements of the transaction
 * in their order with their parameters. A parameter that holds a UUID gets a fresh one in every transaction; the others,
 * moments and hashes among them, are sent as they were.
 */
final class CommandScript {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EXECUTED =
            Pattern.compile("duration: [0-9.]+ ms  (?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern BOUND = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']++|'')*+')");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final Pattern UUID =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-)([0-9a-f]{12})");

    private final List<Executed> statements;
    private final Map<String, String> variables = new TreeMap<>();
    private final Map<String, String> fresh = new LinkedHashMap<>();

    private record Executed(long queryId, String sql, Map<Integer, String> values) {}

    private CommandScript(List<Executed> statements) {
        this.statements = statements;
    }

    /** The last of the shortest whole transactions in the server's log (jsonlog) that claimed an id in the inbox. */
    static Optional<CommandScript> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        Map<Long, List<Executed>> open = new HashMap<>();
        List<Executed> found = List.of();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                JsonNode entry = JSON.readTree(line);
                Matcher executed = EXECUTED.matcher(entry.path("message").asText());
                if (!executed.matches()) {
                    continue;
                }
                String sql = executed.group(1).strip();
                List<Executed> transaction =
                        open.computeIfAbsent(entry.path("pid").asLong(), pid -> new ArrayList<>());
                if ("BEGIN".equals(sql)) {
                    transaction.clear();
                }
                transaction.add(new Executed(
                        entry.path("query_id").asLong(),
                        sql,
                        values(entry.path("detail").asText())));
                if ("COMMIT".equals(sql) && isCommand(transaction) && isShorter(transaction, found)) {
                    found = List.copyOf(transaction);
                }
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new CommandScript(found));
    }

    /** One that looked nothing up which is kept for a while is as most are. */
    private static boolean isShorter(List<Executed> transaction, List<Executed> found) {
        return found.isEmpty() || transaction.size() <= found.size();
    }

    private static boolean isCommand(List<Executed> transaction) {
        return transaction.size() > 2 && transaction.get(1).sql().contains("insert into govshare.inbox");
    }

    private static Map<Integer, String> values(String detail) {
        Map<Integer, String> values = new HashMap<>();
        Matcher bound = BOUND.matcher(detail);
        while (bound.find()) {
            String value = bound.group(2);
            if (!"NULL".equals(value)) {
                values.put(
                        Integer.valueOf(bound.group(1)),
                        value.substring(1, value.length() - 1).replace("''", "'"));
            }
        }
        return values;
    }

    /** Statements of one command, BEGIN and COMMIT among them: as many round trips. */
    int size() {
        return statements.size();
    }

    /** How often each statement was executed, by the id that pg_stat_statements counts it under; without BEGIN and COMMIT. */
    Map<Long, Long> counted() {
        return statements.subList(1, statements.size() - 1).stream()
                .collect(Collectors.groupingBy(Executed::queryId, Collectors.counting()));
    }

    /** The script's text; {@link #variables()} is complete after it. */
    String text(Connection database) throws SQLException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < statements.size(); i++) {
            body.append(statement(database, i, statements.get(i))).append(";\n");
        }
        StringBuilder text = new StringBuilder();
        fresh.values().forEach(name -> text.append("\\set ").append(name).append(" random(0, 999999999999)\n"));
        return text.append(body).toString();
    }

    /** What pgbench takes the other parameters for. */
    Map<String, String> variables() {
        return variables;
    }

    private String statement(Connection database, int number, Executed executed) throws SQLException {
        if (executed.values().isEmpty()) {
            return executed.sql();
        }
        List<String> types = types(database, executed.sql());
        return PARAMETER.matcher(executed.sql()).replaceAll(match -> {
            int index = Integer.parseInt(match.group(1));
            String value = executed.values().get(index);
            String put;
            if (value == null) {
                put = "null";
            } else if (value.isEmpty()) {
                put = "''";
            } else if (UUID.matcher(value).find()) {
                put = "cast(" + withFresh("p" + number + "_" + index, value) + " as " + types.get(index - 1) + ")";
            } else {
                String name = "p" + number + "_" + index;
                variables.put(name, value);
                put = ":" + name;
            }
            return Matcher.quoteReplacement(put);
        });
    }

    /**
     * The text with each UUID's last group made of the transaction's random number for it. What is between goes in
     * by variables: pgbench would take the colons of a literal for names.
     */
    private String withFresh(String parameter, String value) {
        Matcher uuid = UUID.matcher(value);
        StringBuilder text = new StringBuilder();
        int from = 0;
        int part = 0;
        while (uuid.find()) {
            String name = fresh.computeIfAbsent(uuid.group(), id -> "u" + (fresh.size() + 1));
            text.append(variable(parameter + "_" + part++, value.substring(from, uuid.end(1))))
                    .append(" || lpad(:")
                    .append(name)
                    .append("::text, 12, '0') || ");
            from = uuid.end();
        }
        return text.append(variable(parameter + "_" + part, value.substring(from)))
                .toString();
    }

    /** pgbench takes no empty variable. */
    private String variable(String name, String value) {
        if (value.isEmpty()) {
            return "''";
        }
        variables.put(name, value);
        return ":" + name + "::text";
    }

    private static List<String> types(Connection database, String sql) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(
                PARAMETER.matcher(sql.replace("?", "??")).replaceAll("?"))) {
            var described = statement.getParameterMetaData();
            List<String> types = new ArrayList<>();
            for (int i = 1; i <= described.getParameterCount(); i++) {
                String type = described.getParameterTypeName(i);
                types.add(type.startsWith("_") ? type.substring(1) + "[]" : type);
            }
            return types;
        }
    }
}
