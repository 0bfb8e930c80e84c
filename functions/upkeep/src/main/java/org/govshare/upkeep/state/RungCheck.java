package org.govshare.upkeep.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.casework.ClockLine;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Rung;
import org.govshare.regulation.pack.EffectiveProcedure;

/** Compares the rungs of one clock with the law and the history of their case. */
final class RungCheck {
    private static final String TABLE = "clock_rung";

    private final Tally tally;
    private final CaseRows rows;
    private final Row clock;
    private final Optional<ClockLine> line;

    RungCheck(Tally tally, CaseRows rows, Row clock, Optional<ClockLine> line) {
        this.tally = tally;
        this.rows = rows;
        this.clock = clock;
        this.line = line;
    }

    /** @param moments the moments of the rungs by the law */
    void check(ClockState state, EffectiveProcedure procedure, Map<String, Instant> moments) {
        ClockRule rule = procedure.clock(state.rule()).rule();
        Map<String, Rung> ladder = new HashMap<>();
        rule.ladder().forEach(rung -> ladder.put(rung.name(), rung));
        for (Row row : mine()) {
            tally.count(Tally.Count.RUNGS);
            boolean present = row.number("projection") == clock.number("projection");
            Optional<Rung> rung =
                    Optional.ofNullable(present ? ladder.remove(row.text("rung").orElse("")) : null);
            rung.ifPresent(of -> present(row, of, rule, moments.get(of.name()), state));
            if (present ? rung.isEmpty() : row.number("projection") > clock.number("projection")) {
                tally.notEntered(rows.id(), row);
            } else {
                events(row, present);
            }
        }
        ladder.keySet()
                .forEach(name ->
                        tally.missing(rows.id(), TABLE, clock.key() + "/" + name + "/" + clock.number("projection")));
    }

    private List<Row> mine() {
        return rows.of(TABLE).stream()
                .filter(row -> row.text("clock_id").equals(clock.text("id")))
                .toList();
    }

    private void present(Row row, Rung rung, ClockRule rule, Instant moment, ClockState state) {
        Basis basis = rung.basis().orElse(rule.basis());
        boolean fired =
                rows.history().rungs().firedAt(row, true).flatMap(at -> at).isPresent();
        tally.equal(rows.id(), row, "due_at", moment);
        tally.equal(rows.id(), row, "act", rung.act().name());
        tally.equal(rows.id(), row, "proposed_act", rung.proposedAct());
        tally.equal(rows.id(), row, "pack", basis.pack());
        tally.equal(rows.id(), row, "article", basis.article());
        tally.equal(
                rows.id(),
                row,
                "moot",
                !fired
                        && state.endedAt()
                                .filter(ended -> !moment.isBefore(ended))
                                .isPresent());
        line.map(of -> of.addressees().get(rung.name())).ifPresent(addressees -> addressees(row, addressees));
    }

    /**
     * Checks that the rung fired and was annulled at the moments in the trail, and that a rung of an earlier projection
     * fires no more.
     */
    private void events(Row row, boolean present) {
        RungHistory history = rows.history().rungs();
        history.firedAt(row, present).ifPresent(at -> tally.equal(rows.id(), row, "fired_at", at.orElse(null)));
        history.annulledAt(row).ifPresent(at -> tally.equal(rows.id(), row, "annulled_at", at.orElse(null)));
        history.firingOf(row).ifPresent(firing -> {
            tally.equal(rows.id(), row, "due_at", firing.due());
            addressees(row, firing.addressees());
        });
        if (!present) {
            tally.equal(rows.id(), row, "moot", row.instant("fired_at").isEmpty());
        }
    }

    private void addressees(Row row, List<String> addressees) {
        if (!row.texts("addressees").equals(addressees)) {
            tally.add(
                    Difference.Kind.CHANGED,
                    TABLE,
                    row.key(),
                    rows.id(),
                    "addressees",
                    String.join(",", row.texts("addressees")),
                    String.join(",", addressees));
        }
    }
}
