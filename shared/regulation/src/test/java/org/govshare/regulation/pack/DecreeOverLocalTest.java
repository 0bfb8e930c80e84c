package org.govshare.regulation.pack;

import static org.govshare.regulation.pack.UnderTheDecree.CALENDAR;
import static org.govshare.regulation.pack.UnderTheDecree.DECIDER;
import static org.govshare.regulation.pack.UnderTheDecree.FORM;
import static org.govshare.regulation.pack.UnderTheDecree.LAW;
import static org.govshare.regulation.pack.UnderTheDecree.ORGANS;
import static org.govshare.regulation.pack.UnderTheDecree.act;
import static org.govshare.regulation.pack.UnderTheDecree.lengths;
import static org.govshare.regulation.pack.UnderTheDecree.names;
import static org.govshare.regulation.pack.UnderTheDecree.open;
import static org.govshare.regulation.pack.UnderTheDecree.opened;
import static org.govshare.regulation.pack.UnderTheDecree.procedure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.explanation.Explanation;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.Rung;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.procedure.Refusal;
import org.junit.jupiter.api.Test;

/** Decree 809 above the local texts: what it shortens, what it adds, what stays. */
class DecreeOverLocalTest {
    @Test
    void hebeisFiveDays_stay_withTheDecreesExtensionWhichItsSilenceDoesNotTakeAway() {
        var hebei = procedure(ShareClass.CONDITIONAL, "130100");
        assertEquals("hebei-2022", hebei.frame().id());
        assertEquals(List.of(5, 10), lengths(hebei, "reply"));
        assertEquals(
                "provider-authority",
                hebei.clock("reply").extension().orElseThrow().consentedBy());
        assertEquals(List.of(3, 0), lengths(hebei, "review"));
        assertEquals(List.of(3, 0), lengths(hebei, "deliver"), "it answers the Decree's twenty days");
        assertEquals(3, hebei.clocks().size());
    }

    @Test
    void hebeisUnconditionalDelivery_isDueInOneDay_andTheExplanationSaysWhoSetItAndWhoGaveWay() {
        var hebei = procedure(ShareClass.UNCONDITIONAL, "130100");
        assertEquals(List.of(1, 10), lengths(hebei, "deliver"));
        var state = opened(ShareClass.UNCONDITIONAL, "130100");
        var clock = state.clocks().get(0);
        assertEquals(
                LocalDate.of(2025, 8, 5),
                new Clocks().due(hebei, clock, CALENDAR).lastDay());
        var text = Explanation.of(hebei, clock, CALENDAR).text(Locale.ENGLISH);
        assertTrue(
                text.contains(
                        "period 1 working days: National Regulation on the Sharing of Government Data, art. 21 para. 1"),
                text);
        assertTrue(text.contains("gave way: 3 working days, Hebei Measures"), text);
    }

    /** Hebei's delivery is both the reply and the sharing of the Decree, which proposes the same for each. */
    @Test
    void oneClockForTwoDutiesOfTheDecree_hasItsProposalOnce() {
        for (var shareClass : List.of(ShareClass.UNCONDITIONAL, ShareClass.CONDITIONAL)) {
            var names = procedure(shareClass, "130100").clock("deliver").rule().ladder().stream()
                    .map(Rung::name)
                    .toList();
            assertEquals(List.of("reminder", "overdue", "proposal", "proposal.decree-809-2025"), names);
        }
    }

    @Test
    void whatIsProposed_countsFromLatenessUnderTheTextThatGivesThePower() {
        var hebei = procedure(ShareClass.UNCONDITIONAL, "130100");
        var state = opened(ShareClass.UNCONDITIONAL, "130100");
        var rungs = new Clocks().rungs(hebei, state.parties(), state.clocks().get(0), ORGANS, CALENDAR);
        var byName = new HashMap<String, List<Object>>();
        rungs.forEach(rung -> byName.put(
                rung.rung(),
                List.of(
                        CALENDAR.dayOf(rung.at()).toString(),
                        rung.addressees(),
                        rung.basis().pack())));
        assertEquals(
                rungs.size(), byName.size(), "the delivery answers two duties of the Decree, and one proposal follows");
        assertEquals(
                List.of("2025-08-13", List.of("government@130100"), "hebei-2022"),
                byName.get("proposal"),
                "three working days after Hebei's own three");
        assertEquals(
                List.of("2025-08-09", List.of("government@130100"), "decree-809-2025"),
                byName.get("proposal.decree-809-2025"),
                "three after the Decree's one, to the government of the authority that is late");
    }

    @Test
    void hebeisVerification_isTenDaysAndNoMore_fromTheDecreesFirstDayOn() {
        for (var day : Map.of(LocalDate.of(2025, 7, 31), 10, LocalDate.of(2025, 8, 1), 0)
                .entrySet()) {
            var matter = new Matter("verification", Optional.empty(), "130100", day.getKey());
            var hebei = LAW.effective(matter).orElseThrow();
            assertEquals("hebei-2022", hebei.frame().id());
            assertEquals(List.of(10, day.getValue()), lengths(hebei, "verify"), "the lower text lengthens no total");
            assertEquals(List.of(3, 0), lengths(hebei, "forward"));
            assertEquals(2, hebei.clocks().size());
        }
    }

    @Test
    void requiredContentsAndTheHeadsConsent_addUp_eachRefusedByItsOwnText() {
        var without = new HashMap<>(FORM);
        without.remove("use-until");
        var byDecree = (Refusal) open(ShareClass.CONDITIONAL, "430100", without, Set.of("leader"));
        assertEquals(Optional.of("use-until"), byDecree.field());
        assertEquals("decree-809-2025", byDecree.rule().orElseThrow().pack());
        without.put("use-until", "u");
        without.remove("name");
        var byHunan = (Refusal) open(ShareClass.CONDITIONAL, "430100", without, Set.of("leader"));
        assertEquals("hunan-2021", byHunan.rule().orElseThrow().pack());
        var byClerk = (Refusal) open(ShareClass.CONDITIONAL, "430100", FORM, Set.of("clerk"));
        assertEquals("20 para. 2", byClerk.rule().orElseThrow().article());
        assertEquals("decree-809-2025", byClerk.rule().orElseThrow().pack());
    }

    @Test
    void hebeisDecisionOfTheAuthority_becomesCoordination_andTheGovernmentDecides() {
        var state = opened(ShareClass.CONDITIONAL, "130100");
        state = act(state, "forward", "authority@130100", Map.of());
        state = act(state, "refuse", "police@130100", Map.of("instrument", "i", "article", "a", "reason", "r"));
        state = act(state, "tell-reason", "authority@130100", Map.of());
        state = act(state, "dispute", "housing@130100", Map.of("objection", "o", "negotiation", "n"));
        assertEquals("coordination", state.step());
        var possible =
                DECIDER.available(state).stream().map(action -> action.action()).toList();
        assertFalse(possible.contains("decide-to-share"), possible::toString);
        state = act(state, "record-no-agreement", "authority@130100", Map.of("coordination", "c"));
        state = act(
                state,
                "decide-to-share",
                "government@130100",
                Map.of("decision-reason", "r", "scope", "s", "purpose", "p"));
        assertEquals("delivery", state.step());
        state = act(state, "deliver", "authority@130100", Map.of());
        assertTrue(state.closed());
    }

    @Test
    void whatIsMissing_isAskedForOnceAndAllOfIt_inLocalStepsToo() {
        var neijiang = LAW.switchedOn("neijiang-2020-draft");
        for (var law : List.of(LAW, neijiang)) {
            var action = law.effective(new Matter(
                            "share-request",
                            Optional.of(ShareClass.CONDITIONAL),
                            law == LAW ? "430100" : "511000",
                            LocalDate.of(2025, 8, 4)))
                    .orElseThrow()
                    .step("reply")
                    .actions()
                    .get("return-for-completion");
            assertTrue(action.once());
            assertEquals(Field.Kind.OPENING_FIELDS, action.requires().get(0).kind());
        }
    }

    @Test
    void whatTheStepsDoNotCarry_isSaidWithItsArticle() {
        var hebei = procedure(ShareClass.UNCONDITIONAL, "130100");
        assertTrue(
                hebei.notCarried().stream()
                        .anyMatch(item -> item.basis().article().equals("20 para. 3")),
                () -> hebei.notCarried().toString());
        assertTrue(hebei.added().stream().anyMatch(item -> item.what().en().contains("basis of use")));
    }

    @Test
    void onTheEve_theOldLawRules_andACaseOpenedThenStaysUnderIt() {
        var eve =
                new Matter("share-request", Optional.of(ShareClass.UNCONDITIONAL), "130100", LocalDate.of(2025, 7, 31));
        var old = LAW.effective(eve).orElseThrow();
        assertEquals(List.of(3, 0), lengths(old, "deliver"));
        assertEquals(List.of(3, 0), lengths(LAW.procedure(old.ref()), "deliver"));
        var day = procedure(ShareClass.UNCONDITIONAL, "130100");
        assertEquals(day, LAW.procedure(day.ref()), "a kept reference composes the same again");
    }
}
