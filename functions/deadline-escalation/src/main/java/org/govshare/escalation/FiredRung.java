package org.govshare.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.govshare.regulation.clock.RungAct;
import org.govshare.regulation.procedure.ProcedureRef;

/**
 * A rung that has just fired, with what is told of it.
 *
 * @param due when the rung was due; the duty's own due moment is {@code dutyDue}
 * @param obligor name of the agency that owes the duty
 */
record FiredRung(
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
        String obligor) {}
