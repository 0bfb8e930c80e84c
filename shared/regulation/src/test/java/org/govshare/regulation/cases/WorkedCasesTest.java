package org.govshare.regulation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.runner.ProcedureRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkedCasesTest {

    static Stream<PackSource> builtIn() {
        return Law.builtInSources().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("builtIn")
    void everyBuiltInPack_comesOutAsItsAuthorWorkedItOut(PackSource source) {
        var report = WorkedCases.play(source, Law.builtInSources());
        assertEquals(
                List.of(),
                report.flaws(),
                () -> String.join(
                        "\n", report.flaws().stream().map(Object::toString).toList()));
        assertTrue(report.played() >= 10, () -> source.id() + " has " + report.played());
    }

    @Test
    void aWrongExpectation_isReportedWithFilePathAndWhatTheLawSays() {
        var files = new HashMap<>(Law.builtInSources().get(0).files());
        var name = "cases/share-request-conditional.yaml";
        files.put(name, files.get(name).replace("reply: 2025-10-10", "reply: 2025-10-09"));
        var report = WorkedCases.play(new PackSource("hebei-2022", files), Law.builtInSources());
        assertEquals(1, report.flaws().size());
        var flaw = report.flaws().get(0);
        assertEquals("hebei-2022/" + name, flaw.file());
        assertEquals("cases[0].then[1].expect.due.reply", flaw.path());
        assertTrue(flaw.what().endsWith("expected 2025-10-09, the law says 2025-10-10"), flaw::what);
    }

    @Test
    void anExpectationUnknownToTheFormat_isReportedToo() {
        var files = new HashMap<>(Law.builtInSources().get(0).files());
        files.put(
                "cases/verification.yaml",
                files.get("cases/verification.yaml").replace("expect: { step:", "expect: { stap:"));
        assertFalse(WorkedCases.play(new PackSource("hebei-2022", files), Law.builtInSources())
                .flaws()
                .isEmpty());
    }

    @Test
    void aCaseUnderATextThatIsNotAtHand_isTold() {
        var files = new HashMap<>(Law.builtInSources().get(0).files());
        var name = "cases/with-decree-809.yaml";
        files.put(name, files.get(name).replace("decree-809-2025]", "decree-810]"));
        var flaws = WorkedCases.play(new PackSource("hebei-2022", files), Law.builtInSources())
                .flaws();
        assertEquals(name, flaws.get(0).file().substring("hebei-2022/".length()));
        assertEquals("unknown pack \"decree-810\"", flaws.get(0).what());
    }

    @Test
    void aCaseUnderOtherTextsToo_isPlayedUnderAllOfThem() {
        var files = new HashMap<>(Law.builtInSources().get(0).files());
        var name = "cases/with-decree-809.yaml";
        files.put(name, files.get(name).replace("    under: [hebei-2022, decree-809-2025]\n", ""));
        var flaws = WorkedCases.play(new PackSource("hebei-2022", files), Law.builtInSources())
                .flaws();
        assertTrue(flaws.stream().anyMatch(flaw -> flaw.what().equals("the ladder has no such rung")), flaws::toString);
    }

    @Test
    void theExampleThatTheDocumentationTeachesWith_isSound() {
        var example = PackSource.read(Path.of("../../docs/pack-example/yunxi-2026"));
        var check = PackCheck.of(example, Law.builtInSources(), ProcedureRunners.NONE);
        assertTrue(check.sound() && check.played() == 1, check::text);
    }
}
