package org.govshare.upkeep.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.casework.ClockLine;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.platform.json.CanonicalJson;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockEnd;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.pack.EffectiveProcedure;

/**
 * Compares the clocks of a case with its history, and their due moments and rungs with the law. It uses the calendar
 * with which each clock was last counted, so that a waiting recount is no difference.
 */
final class ClockCheck {
    private final Tally tally;
    private final KeptLaw law;
    private final Texts texts;
    private final Clocks clocks = new Clocks();

    ClockCheck(Tally tally, KeptLaw law, Pseudonyms pseudonyms) {
        this.texts = new Texts(tally, pseudonyms);
        this.tally = tally;
        this.law = law;
    }

    void check(CaseRows rows, Optional<EffectiveProcedure> procedure) {
        Map<UUID, ClockLine> known = new HashMap<>(rows.history().clocks());
        for (Row row : rows.of("case_clock")) {
            tally.count(Tally.Count.CLOCKS);
            Optional<ClockLine> line = Optional.ofNullable(known.remove(row.id("id")));
            if (line.isPresent()) {
                entered(rows.id(), row, line.get());
                reasons(rows, row);
            } else if (rows.history().older()) {
                tally.count(Tally.Count.OLDER);
            } else {
                tally.notEntered(rows.id(), row);
                continue;
            }
            counted(rows, row, line, procedure);
        }
        known.keySet().forEach(id -> tally.missing(rows.id(), "case_clock", id.toString()));
    }

    private void entered(UUID id, Row row, ClockLine line) {
        tally.equal(id, row, "rule", line.rule());
        tally.equal(id, row, "ordinal", line.ordinal());
        tally.equal(id, row, "obligor", line.obligor());
        tally.equal(id, row, "started_at", line.startedAt());
        tally.equal(id, row, "set_date", text(line.setDate()));
        tally.equal(id, row, "extension", line.extension());
        tally.equal(id, row, "ended_at", line.endedAt().orElse(null));
        tally.equal(id, row, "ended", text(line.ended()));
        String asked = asked(row);
        if (!asked.equals(line.asked().orElse(""))) {
            tally.add(
                    Difference.Kind.CHANGED,
                    row.table(),
                    row.key(),
                    id,
                    "asked",
                    asked,
                    line.asked().orElse(""));
        }
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    private static String asked(Row row) {
        var asked = row.columns().path("asked");
        return asked.isObject()
                ? asked.path("amount").asText() + "@" + asked.path("at").asText()
                : "";
    }

    private void reasons(CaseRows rows, Row row) {
        JsonNode stated = row.columns().path("reasons");
        Optional<String> entered = rows.history().reasons(row.id("id"));
        boolean same = entered.isEmpty()
                ? !stated.isArray()
                : stated.isArray() && texts.same(entered, CanonicalJson.write(stated));
        if (!same) {
            tally.written(rows.id(), row, "reasons");
        }
    }

    private void counted(CaseRows rows, Row row, Optional<ClockLine> line, Optional<EffectiveProcedure> procedure) {
        Optional<WorkingCalendar> calendar = law.calendar(row.number("calendar"));
        if (row.number("calendar") > law.newest()) {
            tally.equal(rows.id(), row, "calendar", law.newest());
            return;
        }
        if (procedure.isEmpty() || calendar.isEmpty()) {
            tally.count(Tally.Count.WITHOUT_LAW);
            return;
        }
        ClockState state = line.map(ClockLine::state).orElseGet(() -> state(row));
        try {
            tally.equal(
                    rows.id(),
                    row,
                    "duty",
                    procedure.get().clock(state.rule()).rule().duty());
            due(rows.id(), row, procedure.get(), state, calendar.get());
            new RungCheck(tally, rows, row, line)
                    .check(state, procedure.get(), clocks.moments(procedure.get(), state, calendar.get()));
        } catch (RegulationException e) {
            tally.add(
                    Difference.Kind.CHANGED,
                    row.table(),
                    row.key(),
                    rows.id(),
                    "rule",
                    row.text("rule").orElse(""),
                    String.join(" | ", procedure.get().clocks().keySet()));
        }
    }

    private void due(UUID id, Row row, EffectiveProcedure procedure, ClockState state, WorkingCalendar calendar) {
        DueMoment due = clocks.due(procedure, state, calendar);
        tally.equal(id, row, "due_at", due.due());
        tally.equal(id, row, "last_day", due.lastDay().toString());
        tally.equal(id, row, "provisional", due.provisional());
        tally.equal(
                id,
                row,
                "counted_to",
                clocks.dependsUpTo(procedure, state, calendar).toString());
    }

    /** The value in the row itself. */
    private static ClockState state(Row row) {
        return new ClockState(
                row.text("rule").orElse(""),
                row.number("ordinal"),
                row.text("duty").orElse(""),
                row.text("obligor").orElse(""),
                row.instant("started_at").orElse(Instant.EPOCH),
                row.date("set_date"),
                row.number("extension"),
                Optional.empty(),
                row.instant("ended_at"),
                row.text("ended").map(ClockEnd::valueOf));
    }

    /** Checks that the journal of due moments moved by notices leads to the present due moment. */
    void journal(CaseRows rows) {
        List<Row> left = new ArrayList<>(rows.of("due_journal"));
        for (Row clock : rows.of("case_clock")) {
            left.stream()
                    .filter(move -> move.id("clock_id").equals(clock.id("id")))
                    .filter(move -> move.number("projection") == clock.number("projection"))
                    .forEach(move ->
                            clock.instant("due_at").ifPresent(due -> tally.equal(rows.id(), move, "to_due", due)));
        }
    }
}
