package org.govshare.regulation.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal says what would be right: the possible values, the form and bounds, the present step, whose turn it is. */
class HelpfulRefusalTest {
    private static final Instant NOW = Instant.parse("2025-03-03T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);

    private final Decider decider = new Decider(Law.builtIn(), new CaseOrgans(), WorkingCalendar.builtIn());
    private final CaseState doubted = opened("verification", "a@130100", "b@130100", Map.of("doubt", "x"));
    private final CaseState forwarded = act(doubted, "forward", "authority@130100", Map.of());

    private Opening opening(String kind, String requester, String provider, Map<String, String> fields) {
        var matter = new Matter(kind, Optional.empty(), "130100", TODAY);
        return new Opening(new UUID(0, 1), matter, requester, provider, fields);
    }

    private CaseState opened(String kind, String requester, String provider, Map<String, String> fields) {
        return ((Decision) decider.open(opening(kind, requester, provider, fields), NOW)).after();
    }

    private CaseState act(CaseState state, String action, String by, Map<String, String> fields) {
        return ((Decision) decider.act(state, asAct(action, by, fields), NOW)).after();
    }

    private Refusal refused(CaseState state, String action, String by, Map<String, String> fields) {
        return assertInstanceOf(Refusal.class, decider.act(state, asAct(action, by, fields), NOW));
    }

    private static Act asAct(String action, String by, Map<String, String> fields) {
        return new Act(action, new Actor(by, Set.of("clerk")), fields);
    }

    private static void assertSays(String zh, String en, Refusal refusal) {
        assertEquals(zh, refusal.message().zh());
        assertEquals(en, refusal.message().en());
    }

    @Test
    void mistypedAction_isAnsweredWithWhatIsPossibleNow_andNoArticle() {
        var refusal = refused(doubted, "foward", "authority@130100", Map.of());
        assertEquals(Reason.UNKNOWN_ACTION, refusal.reason());
        assertEquals(Optional.empty(), refusal.rule());
        assertSays(
                "没有这一操作；当前环节为“主管部门转办”，可以办理：forward（authority）、withdraw（requester）；贵单位可以办理：forward。应由主管部门（authority）办理",
                "There is no such action; the current step is \"with the authority for forwarding\"; possible now:"
                        + " forward (authority), withdraw (requester); your agency can do: forward. It is the turn of the"
                        + " authority",
                refusal);
        assertEquals(List.of("authority@130100"), refusal.turn());
    }

    @Test
    void actionThatIsTooEarly_isAnsweredWithTheStepAndWhoseTurnItIs() {
        var refusal = refused(doubted, "report-result", "b@130100", Map.of());
        assertEquals(Reason.NOT_AT_THIS_STEP, refusal.reason());
        assertSays(
                "当前环节不能办理此操作；当前环节为“主管部门转办”，可以办理：forward（authority）、withdraw（requester）；贵单位目前不能办理。应由主管部门（authority）办理",
                "This action is not possible at this step; the current step is \"with the authority for forwarding\"; possible"
                        + " now: forward (authority), withdraw (requester); your agency can do nothing now. It is"
                        + " the turn of the authority",
                refusal);
        assertEquals(List.of("authority@130100"), refusal.turn());
    }

    @Test
    void actionOnAnEndedCase_isAnsweredThatItHasEnded() {
        var ended = act(doubted, "withdraw", "a@130100", Map.of());
        var refusal = refused(ended, "forward", "authority@130100", Map.of());
        assertSays(
                "当前环节不能办理此操作；办件已经办结：已撤回",
                "This action is not possible at this step; the case has ended: withdrawn",
                refusal);
        assertEquals(List.of(), refusal.turn());
    }

    @Test
    void wrongAgency_learnsWhichPartyMayAct() {
        var refusal = refused(doubted, "forward", "b@130100", Map.of());
        assertEquals(Reason.NOT_THE_ACTOR, refusal.reason());
        assertSays(
                "该操作应由主管部门（authority）办理；当前环节为“主管部门转办”，可以办理：forward（authority）、withdraw（requester）；"
                        + "贵单位目前不能办理。应由主管部门（authority）办理",
                "Only the authority may do this; the current step is \"with the authority for forwarding\"; possible"
                        + " now: forward (authority), withdraw (requester); your agency can do nothing now. It is the"
                        + " turn of the authority",
                refusal);
        assertEquals(List.of("authority@130100"), refusal.turn());
        var extension = refused(forwarded, "ask-extension", "a@130100", Map.of("amount", "1", "grounds", "x"));
        assertSays(
                "该操作应由提供方（provider）办理；当前环节为“提供部门校核”，可以办理：report-result（provider）、withdraw（requester）、"
                        + "ask-extension（provider）；贵单位可以办理：withdraw。应由提供方（provider）办理",
                "Only the provider may do this; the current step is \"verification by the provider\"; possible now:"
                        + " report-result (provider), withdraw (requester), ask-extension (provider); your agency can do:"
                        + " withdraw. It is the turn of the provider",
                extension);
        assertEquals(List.of("b@130100"), extension.turn());
    }

    @Test
    void whoActsOutOfTurn_learnsOfThePartyWhoseTurnItIs_notOfTheOneThatMayDoThis() {
        var refusal = refused(doubted, "withdraw", "b@130100", Map.of());
        assertEquals(List.of("authority@130100"), refusal.turn());
        assertTrue(refusal.message().en().startsWith("Only the requester may do this; the current step is "));
        assertTrue(
                refusal.message().en().endsWith("It is the turn of the authority"),
                refusal.message().en());
    }

    @Test
    void consentToWhatNobodyAskedFor_saysThePresentStep() {
        var refusal = refused(forwarded, "consent-extension", "authority@130100", Map.of());
        assertEquals(Reason.NOT_ASKED, refusal.reason());
        assertTrue(
                refusal.message()
                        .en()
                        .startsWith("No request for an extension is waiting for an answer; the current step is "),
                refusal.message().en());
        assertTrue(
                refusal.message().en().endsWith("your agency can do nothing now. It is the turn of the provider"),
                refusal.message().en());
    }

    @Test
    void wrongRole_isNamedTheRightOne() {
        var matter = new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), "210100", TODAY);
        var form = Map.of("scope", "x", "purpose", "x", "items", "x");
        var opening = new Opening(new UUID(0, 1), matter, "a@210100", "b@210100", form);
        var request = ((Decision) decider.open(opening, NOW)).after();
        var refusal = refused(request, "consent", "b@210100", Map.of());
        assertEquals(Reason.NOT_THE_ROLE, refusal.reason());
        assertSays("该操作须由主管领导（leader）作出", "This action requires the role leader", refusal);
    }

    @Test
    void valueOutsideTheOptions_isAnsweredWithAllOfThem() {
        var refusal = refused(forwarded, "report-result", "b@130100", Map.of("outcome", "mended", "result", "x"));
        assertEquals(Reason.FIELD_INVALID, refusal.reason());
        assertEquals(Optional.of("outcome"), refusal.field());
        assertSays(
                "“处理方式”须为下列之一：clarified、repaired（《河北省政务数据共享应用管理办法》第16条第2款）",
                "\"outcome\" must be one of: clarified, repaired"
                        + " (Hebei Measures for the Sharing and Use of Government Data, art. 16 para. 2)",
                refusal);
    }

    @Test
    void fieldThatTheActionDoesNotHave_isAnsweredWithThoseItHas() {
        var fields = Map.of("outcome", "clarified", "result", "x", "scope", "x");
        assertSays(
                "此操作不含“scope”一项；可填：outcome、result",
                "This action has no field \"scope\"; it has: outcome, result",
                refused(forwarded, "report-result", "b@130100", fields));
        assertSays(
                "此操作不含“scope”一项；此操作无须填写",
                "This action has no field \"scope\"; it has none",
                refused(doubted, "forward", "authority@130100", Map.of("scope", "x")));
    }

    @ParameterizedTest
    @CsvSource({"tomorrow", "2025-3-4", "2025-03-03", "2035-03-04", "2025-02-30", "+12025-03-04", "20250304"})
    void dateToCome_saysItsFormAndBounds(String by) {
        var fields = Map.of("grounds", "use", "finding", "x", "correct", "x", "by", by);
        var refusal = (Refusal) decider.open(opening("correction", "government@130100", "b@130100", fields), NOW);
        assertEquals(Reason.FIELD_INVALID, refusal.reason());
        assertTrue(
                refusal.message().zh().startsWith("“改正期限”须为YYYY-MM-DD 形式的日期，自 2025-03-04 至 2035-03-03（"),
                refusal.message().zh());
        assertTrue(
                refusal.message()
                        .en()
                        .startsWith("\"date until which it is to be corrected\" must be a date in the form YYYY-MM-DD,"
                                + " from 2025-03-04 to 2035-03-03 ("),
                refusal.message().en());
    }

    @ParameterizedTest
    @CsvSource({"2025-03-04", "2035-03-03"})
    void dateAtItsBounds_isTaken(String by) {
        var fields = Map.of("grounds", "use", "finding", "x", "correct", "x", "by", by);
        assertEquals(
                "correcting",
                opened("correction", "government@130100", "b@130100", fields).step());
    }

    @Test
    void breachThatIsNotListed_isAnsweredWithThoseThatAre() {
        var fields = Map.of("grounds", "uze", "finding", "x", "correct", "x");
        var refusal = (Refusal) decider.open(opening("correction", "government@130100", "b@130100", fields), NOW);
        assertEquals(Optional.of("grounds"), refusal.field());
        assertTrue(
                refusal.message()
                        .en()
                        .contains("must be one of: catalogue, repeated-collection, aggregation, use, other"),
                refusal.message().en());
    }

    @Test
    void organThatMayNotAct_learnsThoseThatMay() {
        var fields = Map.of("grounds", "use", "finding", "x", "correct", "x");
        var refusal = (Refusal) decider.open(opening("correction", "a@130100", "b@130100", fields), NOW);
        assertEquals(Reason.NOT_THE_ACTOR, refusal.reason());
        assertEquals(List.of("government@130100", "authority@130000"), refusal.turn());
    }

    @Test
    void clockThatCannotBeExtended_isAnsweredWithThoseThatCan() {
        var mistyped = refused(forwarded, "ask-extension", "b@130100", Map.of("clock", "verifi"));
        assertEquals(Reason.FIELD_INVALID, mistyped.reason());
        assertEquals(Optional.of("clock"), mistyped.field());
        assertSays("须指明期限，下列之一：verify", "The clock must be named, one of: verify", mistyped);
        var none = refused(doubted, "ask-extension", "authority@130100", Map.of("clock", "forward"));
        assertEquals(Reason.NOT_EXTENDABLE, none.reason());
        assertSays("没有正在计算并可以延长的期限", "No clock is running that can be extended", none);
    }

    @Test
    void amountOfAnExtension_saysItsFormAndBounds() {
        var missing = refused(forwarded, "ask-extension", "b@130100", Map.of("grounds", "x"));
        assertEquals(Reason.FIELD_MISSING, missing.reason());
        var mistyped = refused(forwarded, "ask-extension", "b@130100", Map.of("grounds", "x", "amount", "ten"));
        assertEquals(Reason.FIELD_INVALID, mistyped.reason());
        assertEquals(Optional.of("amount"), mistyped.field());
        assertSays(
                "须说明延长多少：1 至 10 的整数（个工作日）", "The amount must be a whole number from 1 to 10 (working days)", mistyped);
        var more = refused(forwarded, "ask-extension", "b@130100", Map.of("grounds", "x", "amount", "11"));
        assertEquals(Reason.EXTENSION_TOO_LONG, more.reason());
        assertSays(
                "延长累计不得超过 10个工作日，尚可延长 10",
                "The extensions must not exceed 10 working days in all; 10 can still be added",
                more);
    }
}
