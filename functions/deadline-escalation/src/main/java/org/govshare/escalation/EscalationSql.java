package org.govshare.escalation;

import org.govshare.casework.rung.FiredRung;

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
             where r.fired_at is null and not r.moot and r.due_at <= :law_now
             order by r.due_at limit %d for update of c skip locked
            """.formatted(SLICE);

    /**
     * Looks again now that the cases are held: the process that held them before may have fired or settled what the claim saw. An
     * agency that is notified without being a party may see the case from now on.
     */
    static final String FIRE = """
            with fired as (
                update govshare.clock_rung set fired_at = :law_now
                 where case_id = any (:cases) and fired_at is null and not moot and due_at <= :law_now
                returning *),
            addressed as (
                insert into govshare.case_addressee (agency, opened_at, case_id)
                select distinct a.agency, c.opened_at, c.id
                  from fired r
                  join govshare.case_file c on c.id = r.case_id
                 cross join lateral jsonb_array_elements_text(r.addressees) as a (agency)
                 where not exists (select 1 from govshare.case_party p
                                    where p.case_id = r.case_id and p.agency = a.agency)
                on conflict do nothing)
            """ + FiredRung.TOLD;

    private EscalationSql() {}
}
