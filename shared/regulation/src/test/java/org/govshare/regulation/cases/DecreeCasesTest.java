package org.govshare.regulation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.Law;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked cases of the local texts together with the national regulation. */
class DecreeCasesTest {
    private static final String FILE = "cases/day-of-decree-809.yaml";

    @ParameterizedTest
    @ValueSource(strings = {"hebei-2022", "hunan-2021", "neijiang-2020-draft", "shenyang-2016"})
    void eachLocalText_isPlayedWithTheDecreeOnBothSidesOfItsDay(String id) {
        var source = Law.builtInSources().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        var cases = source.cases().get(FILE);
        assertTrue(cases.contains("opened: 2025-07-31T23:59") && cases.contains("opened: 2025-08-01T00:00"));
        var only = new PackSource(id, with(source.law(), Map.of(FILE, cases)));
        var report = WorkedCases.play(only, Law.builtInSources());
        assertEquals(List.of(), report.flaws());
        assertTrue(report.stacked() == report.played() && report.played() >= 4, report::toString);
        var alone = cases.replaceAll("(?m)^ *under: .*\n", "");
        var changed = new PackSource(id, with(source.law(), Map.of(FILE, alone)));
        assertFalse(WorkedCases.play(changed, Law.builtInSources()).flaws().isEmpty(), "the decree makes a difference");
    }

    private static Map<String, String> with(Map<String, String> law, Map<String, String> cases) {
        var files = new HashMap<>(law);
        files.putAll(cases);
        return files;
    }
}
