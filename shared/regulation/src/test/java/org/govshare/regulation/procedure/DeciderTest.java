package org.govshare.regulation.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.junit.jupiter.api.Test;

class DeciderTest {
    private static final Instant NOW = Instant.parse("2025-03-03T01:00:00Z");

    private static Decider decider(Organs organs) {
        return new Decider(Law.builtIn().switchedOn("neijiang-2020-draft"), organs, WorkingCalendar.builtIn());
    }

    private static Opening opening(String requester, String provider, Map<String, String> fields) {
        var region = requester.substring(requester.indexOf('@') + 1);
        var matter = new Matter("verification", Optional.empty(), region, LocalDate.of(2025, 3, 3));
        return new Opening(new UUID(0, 1), matter, requester, provider, fields);
    }

    private static CaseState verification() {
        var verdict = decider(new CaseOrgans()).open(opening("a@130100", "b@130100", Map.of("doubt", "x")), NOW);
        return ((Decision) verdict).after();
    }

    private static CaseState act(CaseState state, String action, String by, Map<String, String> fields) {
        var act = new Act(action, new Actor(by, Set.of("clerk")), fields);
        return ((Decision) decider(new CaseOrgans()).act(state, act, NOW)).after();
    }

    @Test
    void anOrganThatIsNotRegistered_refusesTheCaseNamingTheRule() {
        var noAuthority = new CaseOrgans() {
            @Override
            public Optional<String> authorityOf(String region) {
                return Optional.empty();
            }
        };
        var refusal = (Refusal) decider(noAuthority).open(opening("a@130100", "b@130100", Map.of("doubt", "x")), NOW);
        assertEquals(Reason.PARTY_UNKNOWN, refusal.reason());
        assertEquals(Optional.of(new RuleRef("hebei-2022", "verification", "16 para. 2")), refusal.rule());
    }

    @Test
    void aRefusal_saysWhatIsMissingInBothLanguagesWithItsArticle() {
        var refusal = (Refusal) decider(new CaseOrgans()).open(opening("a@130100", "b@130100", Map.of()), NOW);
        assertEquals("缺少“疑义”（《河北省政务数据共享应用管理办法》第16条第2款，本系统所选）", refusal.message().zh());
        assertEquals(
                "\"doubt\" is missing (Hebei Measures for the Sharing and Use of Government Data, art. 16 para. 2, chosen)",
                refusal.message().en());
    }

    @Test
    void aContractor_givesNoActOfAnOrganAndAnswersNone_byTheArticleOfItsRegion() {
        for (var region : Map.of(
                        "130000",
                        "hebei-2022 27",
                        "430100",
                        "hunan-2021 ch. 4 para. 10",
                        "210100",
                        "shenyang-2016 27 para. 2",
                        "511000",
                        "neijiang-2020-draft 39 para. 3")
                .entrySet()) {
            var matter = new Matter("correction", Optional.empty(), region.getKey(), LocalDate.of(2025, 3, 3));
            var opening = new Opening(
                    new UUID(0, 1),
                    matter,
                    "government@" + region.getKey(),
                    "b@" + region.getKey(),
                    Map.of(),
                    Optional.empty(),
                    Set.of("clerk", Actor.CONTRACTOR));
            var refusal = (Refusal) decider(new CaseOrgans()).open(opening, NOW);
            assertEquals(Reason.NOT_THE_ACTOR, refusal.reason());
            var rule = refusal.rule().orElseThrow();
            assertEquals(region.getValue(), rule.pack() + " " + rule.article());
        }
    }

    @Test
    void aContractor_isKeptOutOfAKindOfAct_thatItsRegionDoesNotKnow_andOfNothingElse() {
        var decider = decider(new CaseOrgans());
        var contractor = new Actor("government@130000", Set.of("clerk", Actor.CONTRACTOR));
        assertEquals(
                "27",
                decider.contractor(contractor, "bar", NOW)
                        .flatMap(Refusal::rule)
                        .orElseThrow()
                        .article());
        assertEquals(Optional.empty(), decider.contractor(contractor, "verification", NOW));
        var clerk = new Actor("government@130000", Set.of("clerk"));
        assertEquals(Optional.empty(), decider.contractor(clerk, "bar", NOW));
        var before = Instant.parse("2022-12-31T15:59:59Z");
        assertEquals(
                Optional.empty(), decider.contractor(contractor, "bar", before), "the measures are not in force yet");
    }

    @Test
    void whatIsStatedBesides_isKeptAndBlankIsNot() {
        var fields = Map.of("doubt", " 编码有误 ", "items", "name,address", "remark", " ");
        var verdict = (Decision) decider(new CaseOrgans()).open(opening("a@130100", "b@130100", fields), NOW);
        assertEquals(
                Map.of("doubt", "编码有误", "items", "name,address"),
                verdict.after().facts());
    }

    @Test
    void doubtThatNobodyCanSee_opensNoCase() {
        for (var doubt : List.of("\u200b", "\u00a0", "\u3164", "\u2800\ufe0f")) {
            var refusal = (Refusal)
                    decider(new CaseOrgans()).open(opening("a@130100", "b@130100", Map.of("doubt", doubt)), NOW);
            assertEquals(Reason.FIELD_MISSING, refusal.reason());
            assertEquals(Optional.of("doubt"), refusal.field());
        }
    }

    @Test
    void groundsAndReasonOfAnExtensionThatNobodyCanSee_areMissing() {
        var state = act(verification(), "forward", "authority@130100", Map.of());
        var ask = new Act(
                "ask-extension",
                new Actor("b@130100", Set.of("clerk")),
                Map.of("amount", "10", "grounds", "\u200b\u00a0"));
        var unasked = (Refusal) decider(new CaseOrgans()).act(state, ask, NOW);
        assertEquals(Reason.FIELD_MISSING, unasked.reason());
        assertEquals(Optional.of("grounds"), unasked.field());
        var asked = act(state, "ask-extension", "b@130100", Map.of("amount", "10", "grounds", "x"));
        var deny =
                new Act("deny-extension", new Actor("authority@130100", Set.of("leader")), Map.of("reason", "\ufeff"));
        var undenied = (Refusal) decider(new CaseOrgans()).act(asked, deny, NOW);
        assertEquals(Reason.FIELD_MISSING, undenied.reason());
        assertEquals(Optional.of("reason"), undenied.field());
    }

    @Test
    void available_tellsWhoMayDoWhatAndWhatItMustState() {
        var state = act(verification(), "forward", "authority@130100", Map.of());
        var available = decider(new CaseOrgans()).available(state);
        assertEquals(
                List.of("report-result", "withdraw", "ask-extension"),
                available.stream().map(AvailableAction::action).toList());
        assertEquals(List.of("outcome", "result"), available.get(0).requiredFields());
        assertEquals(List.of("b@130100"), available.get(0).agencies());
        assertEquals(List.of("a@130100"), available.get(1).agencies());
        assertEquals("16 para. 2", available.get(2).basis().article());
        var asked = act(state, "ask-extension", "b@130100", Map.of("amount", "10", "grounds", "x"));
        assertEquals(
                List.of("report-result", "withdraw", "consent-extension", "deny-extension"),
                decider(new CaseOrgans()).available(asked).stream()
                        .map(AvailableAction::action)
                        .toList());
        var consented = act(asked, "consent-extension", "authority@130100", Map.of("clock", "verify"));
        assertEquals(10, consented.clocks().get(1).extension());
        assertFalse(decider(new CaseOrgans()).available(consented).stream()
                .anyMatch(a -> a.action().contains("extension")));
    }

    @Test
    void anEndedClock_keepsWhenAndHow() {
        var state = act(verification(), "forward", "authority@130100", Map.of());
        var withdrawn = act(state, "withdraw", "a@130100", Map.of());
        assertEquals(
                List.of("FULFILLED", "LAPSED"),
                withdrawn.clocks().stream()
                        .map(c -> c.end().orElseThrow().name())
                        .toList());
        assertEquals(Optional.of(NOW), withdrawn.clocks().get(1).endedAt());
        assertEquals(List.of(), decider(new CaseOrgans()).available(withdrawn));
    }
}
