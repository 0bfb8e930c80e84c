package org.govshare.regulation.procedure;

import java.time.Instant;
import java.util.List;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.pack.Law;

/** The law as a pure function of case, command and moment; it stores nothing and looks at no clock. */
public final class Decider {

    public Decider(Law law, Organs organs, WorkingCalendar calendar) {}

    /** Opens a case at the moment the command arrived; the matter's day must be that moment's day in Asia/Shanghai. */
    public Verdict open(Opening opening, Instant now) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Acts upon a case at the moment the command arrived. */
    public Verdict act(CaseState state, Act act, Instant now) {
        throw new UnsupportedOperationException("not yet");
    }

    /** What may be done with the case as it stands, by anyone. */
    public List<AvailableAction> available(CaseState state) {
        throw new UnsupportedOperationException("not yet");
    }
}
