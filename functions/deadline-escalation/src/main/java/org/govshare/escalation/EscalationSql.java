package org.govshare.escalation;

/** The statements of an escalation; each works on a set. */
final class EscalationSql {
    /** Rungs by which cases are claimed at once; a literal in the statement, so that its plan knows how few are wanted. */
    static final int SLICE = 1_000;

    /**
     * Cases with a due rung that nobody holds, the longest due first. The lock is taken while the index is read, so that a
     * second replica passes over what the first has and takes the next.
     */
    static final String CLAIM = """
            select c.id
              from govshare.clock_rung r
              join govshare.case_file c on c.id = r.case_id
             where r.fired_at is null and not r.moot and r.due_at <= ?
             order by r.due_at limit %d for update of c skip locked
            """.formatted(SLICE);

    /** Looks again now that the cases are held: who held them before may have fired or settled what the claim saw. */
    static final String FIRE = """
            with fired as (
                update govshare.clock_rung set fired_at = ?
                 where case_id = any (?) and fired_at is null and not moot and due_at <= ?
                returning *)
            select f.clock_id, f.rung, f.projection, f.case_id, f.due_at, f.act, f.proposed_act, f.pack, f.article,
                   array (select jsonb_array_elements_text(f.addressees)) as addressees,
                   k.rule, k.due_at as duty_due, k.last_day, a.name as obligor, c.kind, c.variant, c.packs::text as packs
              from fired f
              join govshare.case_clock k on k.id = f.clock_id
              join govshare.case_file c on c.id = f.case_id
              join govshare.agency a on a.credit_code = k.obligor
             order by f.due_at, f.rung, f.clock_id
            """;

    private EscalationSql() {}
}
