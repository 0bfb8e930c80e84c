package org.govshare.escalation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.pack.ProcedureRef;

/** A clock as it was last counted, with the moments of its rungs. */
record CountedClock(
        UUID id,
        UUID caseId,
        ProcedureRef law,
        ClockState state,
        Instant due,
        boolean provisional,
        int projection,
        Map<String, Instant> rungs) {}
