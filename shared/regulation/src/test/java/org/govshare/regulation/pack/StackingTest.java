package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.explanation.Explanation;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.reading.SmallPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Made-up packs upon one another: the city's has 10 working days and up to 5 more. */
class StackingTest {

    private static final String NATIONAL = """
            pack: nation
            title: { zh: 国家条例, en: A national regulation }
            organ: 国务院
            rank: national-regulation
            region: "000000"
            in-force: { from: 2025-08-01, article: "44" }
            """;

    static PackSource national(String period, String extension) {
        var procedure = """
                procedure: share-request
                variant: conditional
                title: { zh: 申请, en: request }
                periods:
                  reply: { period: %s, %s article: "20" }
                """;
        return new PackSource(
                "nation",
                Map.of("pack.yaml", NATIONAL, "procedures/p.yaml", String.format(procedure, period, extension)));
    }

    private static Matter matter(String region, String day) {
        return new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), region, LocalDate.parse(day));
    }

    static EffectiveClock reply(Law law, String day) {
        return law.effective(matter("130100", day)).orElseThrow().clock("reply");
    }

    @ParameterizedTest(name = "national {0}+{1} over the city's 10+5: {2}, in all {3}, set by {4} and {5}")
    @CsvSource({
        "15, 0, 10, 15, city-law, nation",
        "8, 0, 8, 8, nation, nation",
        "8, 20, 8, 15, nation, city-law",
        "12, 1, 10, 13, city-law, nation",
        "10, 5, 10, 15, nation, nation",
        "20, 20, 10, 15, city-law, city-law",
    })
    void nationalOverCity_shortestPeriodAndShortestTotal(
            int period, int more, int effective, int total, String periodBy, String totalBy) {
        var extension =
                more == 0 ? "" : "extension: { up-to: " + more + ", consented-by: authority, article: \"21\" },";
        var law = Law.of(List.of(SmallPack.sound(), national(period + " working-days", extension)));
        var clock = reply(law, "2025-08-01");
        assertEquals(effective, clock.period());
        assertEquals(total, clock.total());
        assertEquals(periodBy, clock.periodSetBy().basis().pack());
        assertEquals(totalBy, clock.totalSetBy().basis().pack());
        assertEquals(10, reply(law, "2025-07-31").period(), "before the national text is in force");
    }

    /** One national text over Hebei's whole one: two clocks shorter, one longer, one with another extension. */
    @Test
    void nationalTextPartlyShorterPartlyLongerWithAnotherExtension_countsWhereItIsShorter() {
        var law = Law.of(List.of(hebei(), nationalOverHebei()));
        var request = law.effective(matter("130100", "2025-08-01")).orElseThrow();
        assertEquals("hebei-2022", request.frame().id(), "the steps are the province's");
        assertClock(request, "review", 2, 2, "nation", "nation");
        assertClock(request, "reply", 5, 5, "hebei-2022", "hebei-2022");
        assertClock(request, "deliver", 3, 3, "hebei-2022", "hebei-2022");
        var doubt = law.effective(new Matter("verification", Optional.empty(), "130100", LocalDate.of(2025, 8, 1)))
                .orElseThrow();
        assertClock(doubt, "forward", 3, 3, "hebei-2022", "hebei-2022");
        assertClock(doubt, "verify", 7, 12, "nation", "nation");
        var extension = doubt.clock("verify").extension().orElseThrow();
        assertEquals(5, extension.upTo());
        assertEquals("21", extension.basis().article());
        var before = law.effective(matter("130100", "2025-07-31")).orElseThrow();
        assertClock(before, "review", 3, 3, "hebei-2022", "hebei-2022");
    }

    private static void assertClock(
            EffectiveProcedure procedure, String name, int period, int total, String periodBy, String totalBy) {
        var clock = procedure.clock(name);
        assertEquals(
                List.of(period, total, periodBy, totalBy),
                List.of(
                        clock.period(),
                        clock.total(),
                        clock.periodSetBy().basis().pack(),
                        clock.totalSetBy().basis().pack()),
                name);
    }

    private static PackSource hebei() {
        return Law.builtInSources().stream()
                .filter(source -> source.id().equals("hebei-2022"))
                .findFirst()
                .orElseThrow();
    }

    private static PackSource nationalOverHebei() {
        return new PackSource(
                "nation", Map.of("pack.yaml", NATIONAL, "procedures/request.yaml", """
                        procedure: share-request
                        variant: conditional
                        title: { zh: 申请, en: request }
                        periods:
                          review: { period: 2 working-days, article: "20" }
                          reply: { period: 10 working-days, article: "20" }
                        """, "procedures/doubt.yaml", """
                        procedure: verification
                        title: { zh: 校核, en: verification }
                        periods:
                          verify:
                            period: 7 working-days
                            extension: { up-to: 5, consented-by: provider, article: "21" }
                            article: "21"
                        """));
    }

    @Test
    void aProvincialRegulationOverACitysMeasures_isStricterOrGivesWayButLeavesTheStepsToTheCity() {
        var header = NATIONAL.replace("national-regulation", "provincial-regulation")
                .replace("pack: nation", "pack: province")
                .replace("\"000000\"", "\"130000\"");
        for (var expected : Map.of(6, "province", 30, "city-law").entrySet()) {
            var regulation = new PackSource(
                    "province",
                    Map.of(
                            "pack.yaml",
                            header,
                            "procedures/p.yaml",
                            national(expected.getKey() + " working-days", "")
                                    .law()
                                    .get("procedures/p.yaml")));
            var law = Law.of(List.of(SmallPack.sound(), regulation));
            assertEquals(
                    "city-law",
                    law.effective(matter("130100", "2025-08-01"))
                            .orElseThrow()
                            .frame()
                            .id());
            var clock = reply(law, "2025-08-01");
            assertEquals(Math.min(10, expected.getKey()), clock.period());
            assertEquals(expected.getValue(), clock.periodSetBy().basis().pack());
        }
    }

    @Test
    void tenAndTenUnderFifteen_isTenExtensibleToFifteen() {
        var city = SmallPack.changed("city-law", Map.of("up-to: 5", "up-to: 10"));
        var clock = reply(Law.of(List.of(city, national("15 working-days", ""))), "2025-08-01");
        assertEquals(10, clock.period());
        assertEquals(5, clock.extension().orElseThrow().upTo());
        assertEquals("authority", clock.extension().orElseThrow().consentedBy());
    }

    @Test
    void theExplanation_namesWhoSetThePeriodAndWhoGaveWay() {
        var law = Law.of(List.of(SmallPack.sound(), national("8 working-days", "")));
        var procedure = law.effective(matter("130100", "2025-08-01")).orElseThrow();
        var calendar = WorkingCalendar.builtIn();
        var clock = ClockState.started("reply", "p@130100", calendar.startOf(LocalDate.of(2025, 8, 4)));
        var text = Explanation.of(procedure, clock, calendar).text(Locale.ENGLISH);
        assertTrue(text.contains("period 8 working days: A national regulation, art. 20"), text);
        assertTrue(text.contains("gave way: 10 working days, A city's measures, art. 5"), text);
        assertTrue(text.contains("due by 24:00 (Asia/Shanghai) on 2025-08-14"), text);
    }

    @Test
    void theExplanation_namesWhoSetTheTotal() {
        var city = SmallPack.changed("city-law", Map.of("up-to: 5", "up-to: 10"));
        var law = Law.of(List.of(city, national("15 working-days", "")));
        var procedure = law.effective(matter("130100", "2025-08-01")).orElseThrow();
        var calendar = WorkingCalendar.builtIn();
        var clock = ClockState.started("reply", "p@130100", calendar.startOf(LocalDate.of(2025, 8, 4)));
        var text = Explanation.of(procedure, clock, calendar).text(Locale.ENGLISH);
        assertTrue(
                text.contains(
                        "extensible by up to 5 working days: A city's measures, art. 5; in all at most 15: A national regulation, art. 20"),
                text);
    }

    @Test
    void aRegulationOverMeasuresOfTheSameCity_givesTheSteps() {
        var regulation = SmallPack.changed(
                "city-regulation",
                Map.of(
                        "rank: city-measures", "rank: city-regulation",
                        "from: 2020-01-01", "from: 2022-01-01",
                        "10 working-days", "12 working-days",
                        "zh: 申请, en: request", "zh: 条例申请, en: request by regulation"));
        var law = Law.of(List.of(SmallPack.sound(), regulation));
        var procedure = law.effective(matter("130100", "2022-01-01")).orElseThrow();
        assertEquals("city-regulation", procedure.frame().id());
        assertEquals("request by regulation", procedure.title().en());
        assertEquals(10, procedure.clock("reply").period());
        assertEquals(
                List.of("city-regulation", "city-law"),
                procedure.packs().stream().map(Pack::id).toList());
    }

    @Test
    void aLaterTextThatReplacesAnEarlierOne_countsAloneThoughItsPeriodIsLonger() {
        var later = SmallPack.changed(
                "city-law-2024",
                Map.of(
                        "from: 2020-01-01, article: \"9\" }", "from: 2024-05-01, article: \"9\" }\nreplaces: city-law",
                        "10 working-days", "15 working-days"));
        var law = Law.of(List.of(SmallPack.sound(), later));
        assertEquals(10, reply(law, "2024-04-30").period());
        assertEquals(15, reply(law, "2024-05-01").period());
        assertEquals(
                1,
                law.effective(matter("130100", "2024-05-01"))
                        .orElseThrow()
                        .packs()
                        .size());
    }

    @Test
    void twoTextsOfOneRankAndRegionAtOneTime_areRefused() {
        var other = SmallPack.changed("city-law-2", Map.of());
        var broken = assertThrows(BrokenDocument.class, () -> Law.of(List.of(SmallPack.sound(), other)));
        assertTrue(
                broken.getMessage().contains("city-law-2/pack.yaml:6: in-force: it overlaps with city-law"),
                broken::getMessage);
        var ended = SmallPack.changed("city-law-2", Map.of("from: 2020-01-01", "from: 2010-01-01, until: 2019-12-31"));
        assertEquals(2, Law.of(List.of(SmallPack.sound(), ended)).packs().size());
    }

    @Test
    void periodsForOneDutyInTwoUnits_areRefused() {
        var broken =
                assertThrows(BrokenDocument.class, () -> Law.of(List.of(SmallPack.sound(), national("1 months", ""))));
        assertTrue(broken.getMessage().contains("its unit differs from that of city-law"), broken::getMessage);
    }

    @Test
    void aCaseUnderAnEarlierText_staysUnderItByDigest() {
        var before = Law.of(List.of(SmallPack.sound()));
        var ref = before.effective(matter("130100", "2021-01-01")).orElseThrow().ref();
        var changed = Law.of(List.of(SmallPack.changed("city-law", Map.of("10 working-days", "3 working-days"))));
        assertThrows(org.govshare.regulation.RegulationException.class, () -> changed.procedure(ref));
        var kept = changed.with(PackSource.fromJson(SmallPack.sound().toJson()));
        assertEquals(10, kept.procedure(ref).clock("reply").period());
        assertEquals(3, reply(kept, "2021-01-01").period());
    }

    @Test
    void anotherRegionOrADraftThatIsOff_isNotRuled() {
        var law = Law.of(List.of(SmallPack.sound()));
        assertTrue(law.effective(matter("130102", "2021-01-01")).isPresent(), "a county of the city");
        assertFalse(law.effective(matter("130200", "2021-01-01")).isPresent(), "another city");
        assertFalse(law.effective(matter("130000", "2021-01-01")).isPresent(), "the province");
        var draft = Law.of(List.of(SmallPack.changed("city-law", Map.of("organ:", "switched-off: true\norgan:"))));
        assertFalse(draft.effective(matter("130100", "2021-01-01")).isPresent());
        assertTrue(draft.switchedOn("city-law")
                .effective(matter("130100", "2021-01-01"))
                .isPresent());
    }
}
