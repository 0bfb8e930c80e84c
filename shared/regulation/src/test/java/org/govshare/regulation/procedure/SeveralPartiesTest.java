package org.govshare.regulation.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.reading.SmallPack;
import org.junit.jupiter.api.Test;

/** An action that one of several parties may take. */
class SeveralPartiesTest {
    private static final Instant NOW = Instant.parse("2025-03-25T02:00:00Z");

    private final Decider decider = new Decider(
            Law.of(List.of(SmallPack.changed(
                    "city-law", Map.of("by: requester, to: given-up", "by: [requester, authority], to: given-up")))),
            new CaseOrgans(),
            WorkingCalendar.builtIn());

    private CaseState opened() {
        var matter =
                new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), "130102", LocalDate.of(2025, 3, 25));
        var opening = new Opening(new UUID(0, 1), matter, "a@130102", "b@130100", Map.of("purpose", "x"));
        return ((Decision) decider.open(opening, NOW)).after();
    }

    private Verdict withdraw(String agency) {
        return decider.act(opened(), new Act("withdraw", new Actor(agency, Set.of()), Map.of()), NOW);
    }

    @Test
    void eachOfThem_mayTakeIt() {
        for (var agency : List.of("a@130102", "authority@130100")) {
            assertEquals("given-up", ((Decision) withdraw(agency)).after().step(), agency);
        }
    }

    @Test
    void another_isToldWhoMay() {
        var refusal = (Refusal) withdraw("b@130100");
        assertEquals(Reason.NOT_THE_ACTOR, refusal.reason());
        assertTrue(
                refusal.message().en().startsWith("Only the requester or the authority may do this"),
                refusal.message()::en);
        assertTrue(refusal.message().zh().contains("（requester）或者"), refusal.message()::zh);
    }

    @Test
    void itIsAvailable_onceForEachParty() {
        var open = decider.available(opened()).stream()
                .filter(action -> action.action().equals("withdraw"))
                .toList();
        assertEquals(
                List.of("requester", "authority"),
                open.stream().map(AvailableAction::party).toList());
        assertEquals(
                List.of(List.of("a@130102"), List.of("authority@130100")),
                open.stream().map(AvailableAction::agencies).toList());
    }

    @Test
    void aCaseThatOneOfThemOpens_isRefusedToAnother() {
        var reserved = new Decider(
                Law.of(List.of(SmallPack.changed(
                        "city-law", Map.of("by: requester\n  to: reply", "by: authority\n  to: reply")))),
                new CaseOrgans(),
                WorkingCalendar.builtIn());
        var matter =
                new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), "130102", LocalDate.of(2025, 3, 25));
        for (var opener : List.of("a@130102", "authority@130100")) {
            var opening = new Opening(new UUID(0, 1), matter, opener, "b@130100", Map.of("purpose", "x"));
            var verdict = reserved.open(opening, NOW);
            if (opener.startsWith("authority")) {
                assertEquals("reply", ((Decision) verdict).after().step());
            } else {
                assertEquals(Reason.NOT_THE_ACTOR, ((Refusal) verdict).reason());
            }
        }
    }
}
