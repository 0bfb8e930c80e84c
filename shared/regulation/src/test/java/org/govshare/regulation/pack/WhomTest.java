package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.procedure.Breach;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Reason;
import org.govshare.regulation.procedure.Refusal;
import org.govshare.regulation.procedure.Verdict;
import org.govshare.regulation.reading.SmallPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a text binds: regions, kinds of body, and what becomes of a case between agencies that no text binds together. */
class WhomTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();

    /** A made-up city's text, its province's and a national one, of which only the national one binds stationed agencies. */
    private static Law law() {
        return Law.of(List.of(SmallPack.sound(), province(), nation()));
    }

    private static PackSource province() {
        return SmallPack.changed(
                "province-law", Map.of("rank: city-measures", "rank: provincial-measures", "\"130100\"", "\"130000\""));
    }

    private static PackSource nation() {
        return SmallPack.changed(
                "nation-law",
                Map.of(
                        "rank: city-measures",
                        "rank: national-regulation",
                        "\"130100\"",
                        "\"000000\"",
                        "organ: ",
                        "binds: { kinds: [government-department, authorised-body, stationed-agency], article: \"2\" }\norgan: "));
    }

    private static Verdict open(Law law, String requester, String provider) {
        var region = requester.substring(requester.indexOf('@') + 1);
        var matter = new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), region, DAY);
        var fields = Map.of("purpose", "x", "scenario", "x", "name", "x");
        return new Decider(law, new CaseOrgans(), CALENDAR)
                .open(new Opening(new UUID(0, 1), matter, requester, provider, fields), CALENDAR.startOf(DAY));
    }

    @ParameterizedTest(name = "{0} asks {1}: the steps are of {2}")
    @CsvSource({
        "housing@130100, police@130100, city-law",
        "housing@130102, police@130100, city-law",
        "housing@130100, police@130200, province-law",
        "housing@130100, police@130000, province-law",
        "housing@130000, police@130100, province-law",
        "housing@130100, police@430100, nation-law",
        "housing@430100, police@130100, nation-law",
        "police@000000, police@130100, nation-law",
        "housing@130100, police@000000, nation-law",
        "housing@130100, tax@130100, nation-law",
        "customs@130100, police@130100, nation-law",
    })
    void stepsComeFromTheMostLocalTextThatBindsAllParties(String requester, String provider, String pack) {
        var decision = (Decision) open(law(), requester, provider);
        assertEquals(pack, decision.after().procedure().packs().get(0).id());
    }

    @Test
    void whereNoTextBindsBoth_itIsRefused_sayingWhichTextsThereAreAndWhyNot() {
        var law = Law.of(List.of(SmallPack.sound(), nation()));
        var refusal = (Refusal) open(law, "housing@130100", "court@130100");
        assertEquals(Reason.NO_LAW, refusal.reason());
        assertEquals(
                "No regulation in force here governs this matter: A city's measures does not bind other state organs in 130100;"
                        + " A city's measures does not bind other state organs in 130100",
                refusal.message().en());
        var elsewhere = (Refusal) open(Law.of(List.of(SmallPack.sound())), "housing@130100", "police@430100");
        assertEquals("没有适用于该事项的规定：《某市办法》不适用于430100的部门", elsewhere.message().zh());
    }

    @Test
    void anotherProvincesPolice_isBoundByNoPeriodOfHebei_whoseStepsReachOut() {
        var decision = (Decision) open(Law.builtIn(), "housing@130000", "police@110000");
        assertEquals("hebei-2022", decision.after().procedure().packs().get(0).id());
        assertTrue(decision.after().procedure().packs().get(0).obligorOnly());
        var procedure = Law.builtIn().procedure(decision.after().procedure());
        assertEquals(Map.of(), procedure.clocks());
        assertEquals(List.of(), decision.after().clocks());
    }

    @Test
    void anAgencyOfAnotherRegion_isNotBoundByTheRequestersText() {
        var refusal = (Refusal) open(Law.builtIn(), "housing@430100", "police@130100");
        assertEquals(Reason.NO_LAW, refusal.reason());
        assertTrue(refusal.message().en().contains("does not apply to agencies of 130100"), refusal.message()::en);
    }

    @Test
    void anOrganActsOnlyUnderATextThatBindsItAndTheAgencyInBreach() {
        var decider = new Decider(Law.builtIn(), new CaseOrgans(), CALENDAR);
        var remedies = decider.remedies(DAY, late("police@130000"), CALENDAR.startOf(DAY));
        assertEquals(
                List.of("government@130000"),
                remedies.stream()
                        .flatMap(remedy -> remedy.organs().stream())
                        .distinct()
                        .toList(),
                "the authority of the nation has no power under the measures of a province");
        assertEquals(List.of(), decider.remedies(DAY, late("police@110000"), CALENDAR.startOf(DAY)));
        var matter = new Matter("correction", Optional.empty(), "130100", DAY);
        var breach = new Breach("share-request", "reply", "police@110000", CALENDAR.startOf(DAY), Optional.empty());
        var opening = new Opening(
                new UUID(0, 1),
                matter,
                "government@110000",
                "police@110000",
                Map.of("grounds", "other", "correct", "x"),
                Optional.of(breach),
                Set.of());
        var refusal = (Refusal) decider.open(opening, CALENDAR.startOf(DAY));
        assertEquals(Reason.NO_LAW, refusal.reason());
    }

    private static Breach late(String obligor) {
        return new Breach("share-request", "reply", obligor, CALENDAR.startOf(DAY), Optional.empty());
    }

    @Test
    void lateUnderOneText_andInTimeUnderAnother_isABreachOfTheOneAlone() {
        var law = Law.builtIn();
        var day = LocalDate.of(2025, 8, 20);
        var now = CALENDAR.startOf(day);
        var decider = new Decider(law, new CaseOrgans(), CALENDAR);
        var due = now.minusSeconds(1);
        var dueUnder = Map.of("hebei-2022", due, "decree-809-2025", now.plusSeconds(1));
        var breach = new Breach("share-request", "reply", "police@130100", due, dueUnder, Optional.empty());
        var packs = decider.remedies(day, breach, now).stream()
                .map(remedy -> remedy.item().basis().pack())
                .distinct()
                .toList();
        assertEquals(List.of("hebei-2022"), packs);
        var both = decider.remedies(day, breach, now.plusSeconds(1)).stream()
                .map(remedy -> remedy.item().basis().pack())
                .distinct()
                .toList();
        assertEquals(List.of("hebei-2022", "decree-809-2025"), both);
    }

    @Test
    void theReferenceOfACase_keepsWhatBindsItsObligorAlone() {
        var ref = new PackRef("city-law", "d", true);
        assertEquals(ref, PackRef.of(ref.entry()));
        assertEquals(ref, PackRef.ofWord(ref.word()));
        var plain = new PackRef("city-law", "d");
        assertEquals(plain, PackRef.ofWord("city-law=d"));
        assertEquals(Map.of("id", "city-law", "digest", "d"), plain.entry());
    }
}
