package org.govshare.regulation.clock;

import java.util.List;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Organs;

/** Computes when a clock is due and when the rungs of its ladder are reached. */
public final class Clocks {

    /** The due moment with the extension consented so far; the same for a running and an ended clock. */
    public DueMoment due(EffectiveProcedure procedure, ClockState clock, WorkingCalendar calendar) {
        throw new UnsupportedOperationException("not yet");
    }

    /** All rungs in the order of their moments, past and to come. */
    public List<RungMoment> rungs(
            EffectiveProcedure procedure, CaseState state, ClockState clock, Organs organs, WorkingCalendar calendar) {
        throw new UnsupportedOperationException("not yet");
    }
}
