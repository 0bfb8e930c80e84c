package org.govshare.regulation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.reading.SmallPack;
import org.govshare.regulation.runner.ProcedureRunners;
import org.junit.jupiter.api.Test;

/** Worked cases that play under several texts together. */
class StackedCasesTest {
    private static final String CASE = """
            cases:
              - case: the province's five days
                under: [city-law, hebei-2022]
                procedure: share-request
                class: conditional
                requester: housing@130100
                provider: police@130100
                opened: 2025-03-03T09:00
                with: { purpose: p, scenario: s }
                expect: { step: reply, due: { reply: 2025-03-10 } }
            """;

    private static PackSource city(String cases) {
        var files = new HashMap<>(SmallPack.sound().files());
        files.put("cases/a.yaml", cases);
        return new PackSource("city-law", files);
    }

    private static List<String> flaws(String cases) {
        return WorkedCases.play(city(cases), Law.builtInSources()).flaws().stream()
                .map(Flaw::toString)
                .toList();
    }

    @Test
    void aCase_playsUnderTheTextsItNamesTogether() {
        assertEquals(new WorkedCases.Report(1, 1, List.of()), WorkedCases.play(city(CASE), Law.builtInSources()));
    }

    @Test
    void withoutTheLine_itPlaysUnderItsOwnTextAlone() {
        assertEquals(
                List.of(
                        "city-law/cases/a.yaml:9: cases[0].expect.due.reply: case \"the province's five days\", open: expected"
                                + " 2025-03-10, the law says 2025-03-17. Correct the case or the pack"),
                flaws(CASE.replace("    under: [city-law, hebei-2022]\n", "")));
    }

    @Test
    void aTextThatIsNotInForceOnTheDay_doesNotCount() {
        var before = CASE.replace("2025-03-03T09:00", "2022-12-30T09:00").replace("2025-03-10", "2023-01-16");
        // 3 to 6 and 9 to 13 January are nine working days after New Year's holiday, 16 January the tenth
        assertEquals(List.of(), flaws(before.replace(", scenario: s", "")));
    }

    @Test
    void namesThatMeanNothing_areToldWithTheirLine() {
        assertTold(CASE.replace("hebei-2022", "hebei-2020"), "cases[0].under[1]: unknown pack \"hebei-2020\". Known: ");
        assertTold(CASE.replace("city-law, ", ""), "cases[0].under[0]: its own text is not among those");
        assertTold(CASE.replace("hebei-2022", "city-law"), "cases[0].under[1]: the pack \"city-law\" is here twice");
        assertTold(CASE.replace("city-law, hebei-2022", ""), "cases[0].under: it names no text");
    }

    private static void assertTold(String cases, String told) {
        var flaws = flaws(cases);
        assertEquals(1, flaws.size(), flaws::toString);
        assertTrue(flaws.get(0).startsWith("city-law/cases/a.yaml:3: " + told), flaws::toString);
    }

    @Test
    void packsCheck_playsThemWithTheTextsThatAreKnown() {
        var check = PackCheck.of(city(CASE), Law.builtInSources(), ProcedureRunners.NONE);
        assertEquals("city-law: sound, 1 worked cases", check.text());
        assertEquals(1, check.stacked());
        var alone = PackCheck.of(city(CASE), List.of(), ProcedureRunners.NONE);
        assertTrue(alone.text().contains("unknown pack \"hebei-2022\". Known: city-law"), alone::text);
    }
}
