package org.govshare.casework.rung;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.casework.notice.GivenNotice;
import org.govshare.casework.notice.Notice.RungKey;
import org.govshare.commands.outbox.NewMessage;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.platform.sql.Cells;
import org.govshare.platform.sql.Sql;
import org.govshare.regulation.clock.ClockEnd;
import org.govshare.regulation.grammar.RungAct;
import org.govshare.regulation.pack.ProcedureRef;

/**
 * A rung that has just fired, or has just been annulled, with what notices and events say of it.
 *
 * @param due when the rung was due; the duty's own due moment is {@code dutyDue}
 * @param obligor name of the agency that owes the duty
 * @param reasonAt when the obligor last stated its reason for being late, if it did
 * @param endedAt when the duty was done or fell away; a rung that fires late may find it so
 */
public record FiredRung(
        UUID clockId,
        String rung,
        int projection,
        UUID caseId,
        Instant due,
        RungAct act,
        String proposedAct,
        String pack,
        String article,
        List<String> addressees,
        ProcedureRef law,
        String rule,
        Instant dutyDue,
        LocalDate lastDay,
        String obligor,
        Optional<Instant> reasonAt,
        Optional<Instant> endedAt,
        Optional<ClockEnd> ended) {
    /** The end of a statement whose rows {@code fired} are reported, in the order of their moments. */
    public static final String TOLD = """
            select f.clock_id, f.rung, f.projection, f.case_id, f.due_at, f.act, f.proposed_act, f.pack, f.article,
                   array (select jsonb_array_elements_text(f.addressees)) as addressees,
                   k.rule, k.due_at as duty_due, k.last_day, cast(k.reasons -> -1 ->> 'at' as timestamptz) as reason_at, k.ended_at, k.ended, a.name as obligor,
                   c.kind, c.variant, c.packs::text as packs
              from fired f
              join govshare.case_clock k on k.id = f.clock_id
              join govshare.case_file c on c.id = f.case_id
              join govshare.agency a on a.credit_code = k.obligor
             order by f.due_at, f.rung, f.clock_id
            """;

    /** Runs a statement that ends in {@link #TOLD}. */
    public static List<FiredRung> of(Sql statement) throws SQLException {
        ProcedureRefs laws = new ProcedureRefs();
        return statement.list(row -> of(row, laws));
    }

    private static FiredRung of(ResultSet row, ProcedureRefs laws) throws SQLException {
        return new FiredRung(
                row.getObject("clock_id", UUID.class),
                row.getString("rung"),
                row.getInt("projection"),
                row.getObject("case_id", UUID.class),
                Cells.instant(row, "due_at"),
                RungAct.valueOf(row.getString("act")),
                row.getString("proposed_act"),
                row.getString("pack"),
                row.getString("article"),
                Cells.texts(row, "addressees"),
                laws.of(row),
                row.getString("rule"),
                Cells.instant(row, "duty_due"),
                row.getObject("last_day", LocalDate.class),
                row.getString("obligor"),
                Cells.maybeInstant(row, "reason_at"),
                Cells.maybeInstant(row, "ended_at"),
                Optional.ofNullable(row.getString("ended")).map(ClockEnd::valueOf));
    }

    /** @param given the notices of it and of others */
    public TrailEntry entry(String action, Instant lawNow, Map<RungKey, List<GivenNotice>> given) {
        Map<String, String> details = new HashMap<>(GivenNotice.details(given.getOrDefault(key(), List.of())));
        details.put("clock", clockId.toString());
        details.put("rung", rung);
        details.put("projection", Integer.toString(projection));
        details.put("due", due.toString());
        details.put("pack", pack);
        details.put("article", article);
        details.put("addressees", String.join(",", addressees));
        details.put("proposed", proposedAct);
        return new TrailEntry(Optional.of(caseId), lawNow, TrailEntry.SYSTEM, "", action, details);
    }

    RungKey key() {
        return new RungKey(clockId, rung, projection);
    }

    public NewMessage message(String type) {
        String id = caseId.toString();
        return new NewMessage(
                type, id, Map.of("case", id, "clock", clockId.toString(), "rung", rung, "projection", projection));
    }
}
