package org.govshare.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.platform.sql.Sql;

/** The columns of a clock, named once for all that write clocks in SQL: those who open cases, and the recount. */
public final class ClockColumns {

    /**
     * What a calendar makes of a clock.
     *
     * @param countedTo the last day that the due moment and the rungs depend on
     * @param calendar the version of the calendar
     */
    public record Projection(
            Instant due, LocalDate lastDay, boolean provisional, int projection, LocalDate countedTo, int calendar) {}

    private record Column<T>(String name, String type, Function<T, Object> value) {}

    private static final List<Column<Projection>> PROJECTED = List.of(
            new Column<>("due_at", "timestamptz", Projection::due),
            new Column<>("last_day", "date", Projection::lastDay),
            new Column<>("provisional", "boolean", Projection::provisional),
            new Column<>("projection", "integer", Projection::projection),
            new Column<>("counted_to", "date", Projection::countedTo),
            new Column<>("calendar", "integer", Projection::calendar));

    private static final List<Column<CaseClock>> GIVEN = List.of(
            new Column<>("id", "uuid", clock -> clock.id),
            new Column<>("case_id", "uuid", clock -> clock.caseId),
            new Column<>("rule", "text", clock -> clock.rule),
            new Column<>("ordinal", "integer", clock -> clock.ordinal),
            new Column<>("duty", "text", clock -> clock.duty),
            new Column<>("obligor", "char(18)", clock -> clock.obligor),
            new Column<>("started_at", "timestamptz", clock -> clock.startedAt),
            new Column<>("set_date", "date", clock -> clock.setDate),
            new Column<>("extension", "integer", clock -> clock.extension),
            new Column<>("asked", "jsonb", clock -> clock.asked),
            new Column<>("reasons", "jsonb", clock -> clock.reasons),
            new Column<>("ended_at", "timestamptz", clock -> clock.endedAt),
            new Column<>("ended", "text", clock -> clock.ended));

    private ClockColumns() {}

    /** All of them, with commas between. */
    static String names() {
        List<String> names = new ArrayList<>(GIVEN.stream().map(Column::name).toList());
        names.add(projectedNames());
        return String.join(", ", names);
    }

    /** A clock by its columns, as JSON can have it: days and moments as texts. */
    static Map<String, Object> row(CaseClock clock) {
        Map<String, Object> row = new LinkedHashMap<>();
        put(row, GIVEN, clock);
        put(
                row,
                PROJECTED,
                new Projection(
                        clock.dueAt,
                        clock.lastDay,
                        clock.provisional,
                        clock.projection,
                        clock.countedTo,
                        clock.calendar));
        return row;
    }

    private static <T> void put(Map<String, Object> row, List<Column<T>> columns, T from) {
        for (Column<T> column : columns) {
            Object value = column.value().apply(from);
            boolean plain = value instanceof Number
                    || value instanceof Boolean
                    || value instanceof Map
                    || value instanceof List;
            row.put(column.name(), plain ? value : Objects.toString(value, null));
        }
    }

    /** Those that a projection writes, with commas between. */
    public static String projectedNames() {
        return joined(Column::name);
    }

    /** The same as sets of values, for {@code unnest}; {@link #bind} binds them. */
    public static String projectedSets() {
        return joined(column -> "cast(:%s as %s[])".formatted(column.name(), column.type()));
    }

    /** The same as they are set from a row of another name. */
    public static String projectedFrom(String row) {
        return joined(column -> "%1$s = %2$s.%1$s".formatted(column.name(), row));
    }

    private static String joined(Function<Column<Projection>, String> part) {
        return PROJECTED.stream().map(part).collect(Collectors.joining(", "));
    }

    /** Binds the sets of {@link #projectedSets}, one value for each row. */
    public static <R> Sql bind(Sql sql, Collection<R> rows, Function<R, Projection> projection) {
        for (Column<Projection> column : PROJECTED) {
            sql.column(column.name(), rows, projection.andThen(column.value()));
        }
        return sql;
    }
}
