package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.clock.ClockEnd;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.explanation.Explanation;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.Rung;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.procedure.Act;
import org.govshare.regulation.procedure.Actor;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Refusal;
import org.govshare.regulation.procedure.Verdict;
import org.junit.jupiter.api.Test;

/** Decree 809 above the local texts: what it shortens, what it adds, what stays. */
class DecreeOverLocalTest {
    private static final Law LAW = Law.builtIn();
    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();
    private static final CaseOrgans ORGANS = new CaseOrgans();
    private static final Decider DECIDER = new Decider(LAW, ORGANS, CALENDAR);
    private static final Instant OPENED = Instant.parse("2025-08-04T01:00:00Z");
    private static final Map<String, String> FORM = Map.of(
            "use-basis",
            "b",
            "scenario",
            "s",
            "scope",
            "c",
            "mode",
            "m",
            "use-until",
            "u",
            "name",
            "n",
            "purpose",
            "p",
            "items",
            "i",
            "need",
            "n");

    private static EffectiveProcedure procedure(ShareClass shareClass, String region) {
        return LAW.effective(new Matter("share-request", Optional.of(shareClass), region, LocalDate.of(2025, 8, 4)))
                .orElseThrow();
    }

    private static Verdict open(ShareClass shareClass, String region, Map<String, String> form, Set<String> roles) {
        return open(DECIDER, shareClass, region, form, roles);
    }

    private static Verdict open(
            Decider decider, ShareClass shareClass, String region, Map<String, String> form, Set<String> roles) {
        var matter = new Matter("share-request", Optional.of(shareClass), region, LocalDate.of(2025, 8, 4));
        var opening = new Opening(
                new UUID(0, 1), matter, "housing@" + region, "police@" + region, form, Optional.empty(), roles);
        return decider.open(opening, OPENED);
    }

    private static CaseState opened(ShareClass shareClass, String region) {
        return opened(DECIDER, shareClass, region);
    }

    private static CaseState opened(Decider decider, ShareClass shareClass, String region) {
        return ((Decision) open(decider, shareClass, region, FORM, Set.of("leader"))).after();
    }

    private static CaseState act(CaseState state, String action, String agency, Map<String, String> fields) {
        return act(DECIDER, state, action, agency, fields);
    }

    private static CaseState act(
            Decider decider, CaseState state, String action, String agency, Map<String, String> fields) {
        var actor = new Actor(agency, Set.of("leader"));
        var verdict = decider.act(state, new Act(action, actor, fields), OPENED.plusSeconds(86_400));
        assertTrue(verdict instanceof Decision, verdict::toString);
        return ((Decision) verdict).after();
    }

    private static List<Integer> lengths(EffectiveProcedure procedure, String clock) {
        var effective = procedure.clock(clock);
        return List.of(
                effective.period(), effective.extension().map(Extension::upTo).orElse(0));
    }

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
    void withoutTheRegulationOf2020_shenyangsWrittenForm_startsItsOwnSevenDays_whileTheDecreesTenRunFromReceipt() {
        var measures = Law.of(Law.builtInSources().stream()
                .filter(source -> !source.id().equals("shenyang-2020"))
                .toList());
        var decider = new Decider(measures, ORGANS, CALENDAR);
        var state = opened(decider, ShareClass.CONDITIONAL, "210100");
        assertEquals(List.of("reply.decree-809-2025"), names(state));
        var received = act(decider, state, "receive-form", "police@210100", Map.of());
        assertEquals(List.of("reply.decree-809-2025", "reply"), names(received));
        assertEquals(
                Set.of("reply"),
                Set.copyOf(received.clocks().stream().map(ClockState::duty).toList()));
        var replied = act(
                decider,
                received,
                "consent",
                "police@210100",
                Map.of("users", "u", "items", "i", "mode", "m", "reason", "r"));
        assertTrue(replied.clocks().stream().allMatch(clock -> clock.end().equals(Optional.of(ClockEnd.FULFILLED))));
        assertTrue(names(replied).contains("deliver"), "consent opens the grant: met with it");
        assertTrue(replied.closed());
    }

    @Test
    void shenyangsRegulation_countsFiveDaysFromReceipt_andTheMeasuresKeepTheirContents() {
        var shenyang = procedure(ShareClass.CONDITIONAL, "210100");
        assertEquals(
                List.of("shenyang-2020", "shenyang-2016", "decree-809-2025"),
                shenyang.packs().stream().map(pack -> pack.id()).toList());
        assertEquals(List.of(5, 10), lengths(shenyang, "reply"));
        var state = opened(ShareClass.CONDITIONAL, "210102");
        assertEquals(List.of("reply"), names(state), "no written form is waited for");
        var bare = new Act("consent", new Actor("police@210102", Set.of("leader")), Map.of());
        var refusal = (Refusal) DECIDER.act(state, bare, OPENED);
        assertEquals(
                List.of("shenyang-2016", "20 (4)"),
                List.of(
                        refusal.rule().orElseThrow().pack(),
                        refusal.rule().orElseThrow().article()));
        var consented =
                act(state, "consent", "police@210102", Map.of("users", "u", "items", "i", "mode", "m", "reason", "r"));
        assertEquals("delivered", consented.step());
        assertTrue(
                shenyang.notCarried().stream().anyMatch(item -> item.what().en().equals("receive the written form")),
                "it is said to have no place");
    }

    @Test
    void shenyangsRegulation_bansWhatTheMeasuresLetAProviderAllow() {
        for (var kind : Map.of("release", Map.of("way", "publish", "content", "c"), "outside-use", Map.of("use", "u"))
                .entrySet()) {
            var matter = new Matter(kind.getKey(), Optional.empty(), "210100", LocalDate.of(2025, 8, 4));
            var opening = new Opening(new UUID(0, 1), matter, "housing@210100", "police@210100", kind.getValue());
            var decision = (Decision) DECIDER.open(opening, OPENED);
            assertEquals("banned", decision.after().step());
            assertTrue(decision.after().closed());
            assertEquals(List.of(), DECIDER.available(decision.after()));
        }
    }

    @Test
    void zhejiangsThreeDays_stay_andItsReviewOfARefusalStandsBeforeTheDecreesDispute() {
        var day = LocalDate.of(2025, 12, 1);
        var now = Instant.parse("2025-12-01T01:00:00Z");
        var matter = new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), "330100", day);
        var zhejiang = LAW.effective(matter).orElseThrow();
        assertEquals(
                List.of("zhejiang-2022", "decree-809-2025"),
                zhejiang.packs().stream().map(pack -> pack.id()).toList());
        assertEquals(List.of(3, 10), lengths(zhejiang, "reply"));
        assertEquals(List.of(2, 0), lengths(zhejiang, "deliver"), "it answers the Decree's twenty days");
        assertEquals(
                Set.of("ask-opinion", "reply", "deliver", "audit", "deliver-after-review"),
                zhejiang.clocks().keySet());
        var opening = new Opening(
                new UUID(0, 1), matter, "housing@330100", "police@330100", FORM, Optional.empty(), Set.of("leader"));
        var state = ((Decision) DECIDER.open(opening, now)).after();
        for (var step : List.of(
                List.of("ask-opinion", "authority@330100", ""),
                List.of("refuse", "police@330100", "reason"),
                List.of("uphold", "authority@330100", ""),
                List.of("tell-refusal", "authority@330100", ""),
                List.of("dispute", "housing@330100", "objection negotiation"),
                List.of("record-no-agreement", "authority@330100", "coordination"),
                List.of("decide-to-share", "government@330100", "decision-reason"))) {
            var fields = new HashMap<String, String>();
            List.of(step.get(2).split(" ")).stream()
                    .filter(field -> !field.isEmpty())
                    .forEach(field -> fields.put(field, "x"));
            var actor = new Actor(step.get(1), Set.of("leader"));
            var verdict = DECIDER.act(state, new Act(step.get(0), actor, fields), now);
            assertTrue(verdict instanceof Decision, verdict::toString);
            state = ((Decision) verdict).after();
        }
        assertEquals("delivery", state.step());
        assertEquals(
                List.of(),
                state.clocks().stream().filter(ClockState::running).toList(),
                "no text sets a period for sharing after the government's decision");
    }

    private static List<String> names(CaseState state) {
        return state.clocks().stream().map(ClockState::rule).toList();
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
