package org.govshare.regulation.pack;

import static org.govshare.regulation.pack.UnderTheDecree.CALENDAR;
import static org.govshare.regulation.pack.UnderTheDecree.DECIDER;
import static org.govshare.regulation.pack.UnderTheDecree.FORM;
import static org.govshare.regulation.pack.UnderTheDecree.LAW;
import static org.govshare.regulation.pack.UnderTheDecree.OPENED;
import static org.govshare.regulation.pack.UnderTheDecree.ORGANS;
import static org.govshare.regulation.pack.UnderTheDecree.act;
import static org.govshare.regulation.pack.UnderTheDecree.lengths;
import static org.govshare.regulation.pack.UnderTheDecree.names;
import static org.govshare.regulation.pack.UnderTheDecree.opened;
import static org.govshare.regulation.pack.UnderTheDecree.procedure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.regulation.clock.ClockEnd;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.procedure.Act;
import org.govshare.regulation.procedure.Actor;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Refusal;
import org.junit.jupiter.api.Test;

/** Decree 809 above the texts of Shenyang and Zhejiang: a regulation over measures, and a review of a refusal. */
class DecreeOverShenyangAndZhejiangTest {
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
}
