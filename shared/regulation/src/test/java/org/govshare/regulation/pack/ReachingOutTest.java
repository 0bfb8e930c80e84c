package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Reason;
import org.govshare.regulation.procedure.Refusal;
import org.govshare.regulation.procedure.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hebei art. 17 reaches for data of ministries and of other provinces' departments before the Decree, and no further. */
class ReachingOutTest {
    private static final LocalDate DAY = LocalDate.of(2025, 7, 31);
    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();

    private static Verdict asked(String provider) {
        var matter = new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), "130000", DAY);
        var opening = new Opening(
                new UUID(0, 1),
                matter,
                "housing@130000",
                provider,
                Map.of("scenario", "x"),
                Optional.empty(),
                Set.of("leader"));
        return new Decider(Law.builtIn(), new CaseOrgans(), CALENDAR).open(opening, CALENDAR.startOf(DAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"police@000000", "police@110000", "police@430100", "tax@130100", "customs@430100"})
    void departmentsElsewhere_andAgenciesOfMinistries_areReached(String provider) {
        var packs = ((Decision) asked(provider)).after().procedure().packs();
        assertEquals("hebei-2022", packs.get(0).id());
        assertTrue(packs.get(0).obligorOnly());
    }

    @ParameterizedTest
    @ValueSource(strings = {"court@130100", "court@430100", "court@000000"})
    void courts_areNotReached(String provider) {
        assertEquals(Reason.NO_LAW, ((Refusal) asked(provider)).reason());
    }
}
