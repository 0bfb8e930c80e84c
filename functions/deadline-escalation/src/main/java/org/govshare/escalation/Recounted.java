package org.govshare.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.pack.EffectiveProcedure;

/** What counting a slice again brought, gathered for writing in sets. */
final class Recounted {
    private final List<Row> rows = new ArrayList<>();
    private final List<Rung> rungs = new ArrayList<>();

    /** A clock counted anew; its projection is the old one when nothing of it moved. */
    record Row(
            UUID clockId,
            UUID caseId,
            Instant oldDue,
            int oldProjection,
            DueMoment due,
            int projection,
            LocalDate countedTo) {

        boolean dueMoved() {
            return !due.due().equals(oldDue);
        }

        boolean moved() {
            return projection != oldProjection;
        }
    }

    /** Where a rung of a clock that moved falls now. */
    record Rung(UUID clockId, String name, int projection, Instant at) {}

    void count(CountedClock clock, EffectiveProcedure procedure, Clocks clocks, WorkingCalendar calendar) {
        DueMoment due = clocks.due(procedure, clock.state(), calendar);
        Map<String, Instant> moments = clocks.moments(procedure, clock.state(), calendar);
        boolean moved = !due.due().equals(clock.due()) || !moments.equals(clock.rungs());
        int projection = moved ? clock.projection() + 1 : clock.projection();
        rows.add(new Row(
                clock.id(),
                clock.caseId(),
                clock.due(),
                clock.projection(),
                due,
                projection,
                clocks.dependsUpTo(procedure, clock.state(), calendar)));
        if (moved) {
            moments.forEach((name, at) -> rungs.add(new Rung(clock.id(), name, projection, at)));
        }
    }

    int size() {
        return rows.size();
    }

    List<Row> rows() {
        return rows;
    }

    List<Row> moved() {
        return rows.stream().filter(Row::moved).toList();
    }

    List<Rung> rungs() {
        return rungs;
    }
}
