package org.govshare.standalone.entrance;

import java.util.List;
import java.util.Map;
import org.govshare.testkit.entrance.EntrancePart;
import org.govshare.testkit.entrance.Row;

/** Who may do what: the rows of all modules' parts, and the ways that ask for no token. */
final class Matrix {
    /** Paths beside REST, and what each answers to whoever asks, with or without a token. */
    static final Map<String, Integer> OPEN = Map.ofEntries(
            Map.entry("/q/health", 200),
            Map.entry("/q/health-ui", 200),
            Map.entry("/q/health/group", 200),
            Map.entry("/q/health/group/", 200),
            Map.entry("/q/health/live", 200),
            Map.entry("/q/health/ready", 200),
            Map.entry("/q/health/started", 200),
            Map.entry("/q/health/well", 200),
            Map.entry("/q/metrics", 200),
            Map.entry("/q/metrics/", 200),
            Map.entry("/q/openapi", 200),
            Map.entry("/q/openapi.json", 200),
            Map.entry("/q/openapi.yaml", 200),
            Map.entry("/q/openapi.yml", 200),
            Map.entry("/q/swagger-ui", 200));

    private Matrix() {}

    /** At least one row for every entrance that asks for a token. */
    static List<Row> rows() {
        return EntrancePart.all().stream().flatMap(part -> part.rows().stream()).toList();
    }

    /** Right requests with every member that they may have. */
    static List<Row> fullRows() {
        return EntrancePart.all().stream()
                .flatMap(part -> part.fullRows().stream())
                .toList();
    }

    /** Every command that is posted to {@code /events}, or comes through the broker. */
    static List<Row> commands() {
        return rows().stream().filter(row -> row.method().equals(Row.EVENT)).toList();
    }
}
