package org.govshare.standalone;

import static org.govshare.standalone.CommandLineTest.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code packs ruling} says of texts that rule together. */
class PacksRulingTest {

    private static List<String> ruling(String more) {
        return run(("packs ruling --kind share-request " + more).split(" "))
                .out()
                .lines()
                .toList();
    }

    private static void assertLine(List<String> lines, String start, String end) {
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith(start) && line.endsWith(end)),
                () -> start + " … " + end + " in\n" + String.join("\n", lines));
    }

    @Test
    void aPeriodThatTheDecreeSets_namesTheLocalOneThatGaveWay() {
        List<String> lines = ruling("--region 130100 --on 2025-08-04 --share-class unconditional --lang en");

        assertLine(lines, "  deliver        1 working-days  [decree-809-2025 art. 21 para. 1; chosen: ", "]");
        assertLine(lines, "      gave way: 3 working-days  [hebei-2022 art. 15 para. 2; chosen: ", "]");
        assertLine(
                lines,
                "      extensible by 10, consented by provider-authority  [decree-809-2025 art. 21 para. 1",
                "]");
        assertLine(lines, "      in all at most 11 working-days  [decree-809-2025 art. 21 para. 1]", "");
        assertLine(lines, "  added: apply: basis of use  [decree-809-2025 art. 20 para. 2]", "");
        assertLine(lines, "  not carried: ", "  [decree-809-2025 art. 20 para. 3]");
    }

    @Test
    void anExtensionThatAnotherTextCaps_saysWhoGivesItAndWhoCaps() {
        List<String> lines = ruling(
                "--packs ../../docs/pack-example --region 990100 --on 2026-03-02 --share-class conditional --lang en");

        assertLine(lines, "  reply          6 working-days  [yunxi-2026 art. 5 para. 1; chosen: ", "]");
        assertLine(lines, "      gave way: 10 working-days  [decree-809-2025 art. 21 para. 1", "]");
        assertLine(lines, "      extensible by 4, consented by provider-authority  [decree-809-2025", "]");
        assertLine(lines, "      in all at most 10 working-days  [yunxi-2026 art. 5 para. 1", "]");
        assertLine(lines, "      gave way: 20 working-days  [decree-809-2025 art. 21 para. 1", "]");
        assertFalse(lines.stream().anyMatch(line -> line.contains(" + ")), lines::toString);
    }

    @Test
    void inChinese_itHasTheSameLines() {
        String question = "--region 130100 --on 2025-08-04 --share-class unconditional ";
        List<String> chinese = ruling(question + "--lang zh");

        assertLine(chinese, "  deliver        1 个工作日  [decree-809-2025 第21条第1款；所选：", "]");
        assertLine(chinese, "      让位：3 个工作日  [hebei-2022 第15条第2款；所选：", "]");
        assertLine(chinese, "      可延长至多 10，须经同意：provider-authority  [decree-809-2025 第21条第1款", "]");
        assertLine(chinese, "      合计不超过 11 个工作日  [decree-809-2025 第21条第1款", "]");
        assertEquals(ruling(question + "--lang en").size(), chinese.size());
    }

    @Test
    void aTextThatBindsOnlyOneSide_isNamedWithTheReason() {
        List<String> lines =
                ruling("--region 430100 --provider-region 000000 --on 2025-08-04 --share-class conditional --lang en");

        assertLine(lines, "  hunan-2021: ", " does not apply to agencies of 000000");
    }

    @Test
    void anActsClock_endsByItsDate() {
        List<String> lines = run("packs ruling --region 130100 --on 2025-07-04 --kind correction --lang en".split(" "))
                .out()
                .lines()
                .toList();
        assertLine(lines, "  correct      by the date that the act sets  [hebei-2022 art. 30", "]");
    }
}
