package org.govshare.upkeep.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A row of the database. */
record Row(String table, JsonNode columns) {
    private static final Map<String, List<String>> KEYS = Map.of(
            "clock_rung", List.of("clock_id", "rung", "projection"),
            "case_party", List.of("party", "position"),
            "case_addressee", List.of("agency"),
            "due_journal", List.of("clock_id", "projection"));

    /** The key that distinguishes it from the other rows of its table, or of its case in the table. */
    String key() {
        return KEYS.getOrDefault(table, List.of("id")).stream()
                .map(column -> columns.path(column).asText())
                .collect(Collectors.joining("/"));
    }

    Optional<String> text(String column) {
        JsonNode value = columns.path(column);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    UUID id(String column) {
        return UUID.fromString(columns.path(column).asText());
    }

    Optional<Instant> instant(String column) {
        return text(column).map(text -> OffsetDateTime.parse(text).toInstant());
    }

    Optional<LocalDate> date(String column) {
        return text(column).map(LocalDate::parse);
    }

    int number(String column) {
        return columns.path(column).asInt();
    }

    boolean flag(String column) {
        return columns.path(column).asBoolean();
    }

    /** The value, converted to the type of the value that it is compared with. */
    Object like(String column, Object other) {
        if (other instanceof Instant) {
            return instant(column).orElse(null);
        }
        if (other instanceof Integer) {
            return text(column).map(Integer::valueOf).orElse(null);
        }
        if (other instanceof Boolean) {
            return flag(column);
        }
        return text(column).orElse(null);
    }

    /** The texts of a column that holds an array. */
    List<String> texts(String column) {
        return columns.path(column).valueStream().map(JsonNode::asText).toList();
    }
}
