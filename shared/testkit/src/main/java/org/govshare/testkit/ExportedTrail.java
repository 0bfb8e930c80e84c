package org.govshare.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Exported lines of the trail, chained anew by what docs/operations.md says of them and by nothing of the application's. */
public final class ExportedTrail {
    private static final String FIRST = "0".repeat(64);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> entries = new ArrayList<>();

    private ExportedTrail() {}

    public static ExportedTrail of(List<String> lines) {
        ExportedTrail trail = new ExportedTrail();
        try {
            for (String line : lines) {
                trail.entries.add(JSON.readTree(line));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a line that is not JSON", e);
        }
        return trail;
    }

    public List<JsonNode> where(Predicate<JsonNode> wanted) {
        return entries.stream().filter(wanted).toList();
    }

    public List<JsonNode> entries() {
        return List.copyOf(entries);
    }

    /** Entries whose hash is not of what they say, or that do not follow the entry before them if that is here too. */
    public List<JsonNode> faults() {
        Map<String, String> hashes = new HashMap<>();
        entries.forEach(entry -> hashes.put(place(entry, 0), entry.path("hash").asText()));
        return where(entry -> {
            String before = entry.path("seq").asLong() == 1 ? FIRST : hashes.get(place(entry, -1));
            boolean follows =
                    before == null || before.equals(entry.path("previous").asText());
            return !follows || !hashOf(entry).equals(entry.path("hash").asText());
        });
    }

    /** Entries that lack the one before them. */
    public List<JsonNode> gaps() {
        Set<String> places = entries.stream().map(entry -> place(entry, 0)).collect(Collectors.toSet());
        return where(entry -> entry.path("seq").asLong() != 1 && !places.contains(place(entry, -1)));
    }

    /** What a filter took or left out and should not have, of the entries that are here; and what it took besides. */
    public List<JsonNode> wronglyChosen(ExportedTrail chosen, Predicate<JsonNode> wanted) {
        return Stream.concat(
                        entries.stream().filter(entry -> wanted.test(entry) != chosen.entries.contains(entry)),
                        chosen.entries.stream().filter(wanted.negate()))
                .toList();
    }

    private static String place(JsonNode entry, int away) {
        return entry.path("chain").asText() + " " + (entry.path("seq").asLong() + away);
    }

    private static String hashOf(JsonNode entry) {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("chain", "seq", "case", "at", "agency", "person", "action", "details", "previous")) {
            text.append(measured(part(entry, name))).append('\n');
        }
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String part(JsonNode entry, String name) {
        if (name.equals("details")) {
            return details(entry);
        }
        return entry.has(name) ? entry.path(name).asText() : "null";
    }

    private static String details(JsonNode entry) {
        TreeMap<String, String> sorted = new TreeMap<>();
        entry.path("details")
                .properties()
                .forEach(detail -> sorted.put(detail.getKey(), detail.getValue().asText()));
        StringBuilder text = new StringBuilder();
        sorted.forEach((name, value) -> text.append(measured(name)).append(measured(value)));
        return text.toString();
    }

    private static String measured(String text) {
        return text.length() + ":" + text;
    }
}
