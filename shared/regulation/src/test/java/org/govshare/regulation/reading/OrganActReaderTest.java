package org.govshare.regulation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.runner.ProcedureRunners;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in lists of breaches, in who may act about them, and in clocks that end with a date. */
class OrganActReaderTest {
    private static final String ID = "hebei-2022";

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "pack.yaml | verification: [forward, verify] | verification: [forward, bow] | breaches.article-30[4].duties: a verification has no clock \"bow\" in this pack",
                "pack.yaml | share-request: [review, reply, deliver] | share-requests: [reply] | breaches.article-30[4].duties: a share-requests has no clock \"reply\"",
                "pack.yaml | breach: catalogue, title | breech: catalogue, title | breaches.article-30[0].breech: unknown key \"breech\"",
                "procedures/correction.yaml | organ: government-of-obligor | organ: emperor | organ-act.given-by[0].organ: unknown organ \"emperor\"",
                "procedures/correction.yaml | breaches: [article-30] | breaches: [article-31] | breaches[0]: unknown list of breaches \"article-31\"",
                "procedures/correction.yaml | organ: government-of-obligor, | organ: government-of-obligor, breaches: [unheeded], | given-by[0].breaches[0]: unknown list of breaches \"unheeded\"",
                "procedures/circular.yaml | breaches: [article-30, unheeded] | breaches: [article-30, unheeded, article-30] | organ-act.breaches: two listed breaches are named \"catalogue\"",
                "procedures/correction.yaml | answers: order-correction | answers: dismissal | organ-act.answers: unknown act to propose",
                "procedures/correction.yaml | procedure: correction | procedure: correction, runs-as: verification | runs-as: an organ's act runs as nothing else",
                "procedures/correction.yaml | tells: { reminder: [organ] } | tells: { reminder: [court] } | report-correction.tells: unknown party \"court\"",
                "pack.yaml | criticise-by-circular: { title | criticise: { title | ladders.correction[2].proposes: unknown act to propose \"criticise-by-circular\"",
                "procedures/correction.yaml | until: by | until: when | clocks.correct.until: no action states \"when\"",
                "procedures/correction.yaml | until: by | until: by, period: 3 working-days | clocks.correct.period: a clock has a period or a set date",
                "procedures/correction.yaml | field: report, title | field: report, kind: breach, title | steps: only the opening of an organ's act states a breach or a finding (report-correction)",
                "procedures/correction.yaml | field: report, title | field: report, kind: finding, title | steps: only the opening of an organ's act states a breach or a finding (report-correction)",
                "procedures/verification.yaml | is: authority-of-opener | is: obligor-of-breach | parties.authority: the procedure is about no breach",
            })
    void mistakes_areReportedWithFilePathAndCorrection(String file, String find, String replace, String message) {
        var source = Law.builtInSources().stream()
                .filter(pack -> pack.id().equals(ID))
                .findFirst()
                .orElseThrow();
        var files = new HashMap<>(source.files());
        assertTrue(files.get(file).contains(find));
        files.put(
                file,
                files.get(file)
                        .replaceFirst(
                                java.util.regex.Pattern.quote(find),
                                replace.replace(", period", "\n    period").replace(", runs-as", "\nruns-as")));
        var broken = assertThrows(
                BrokenDocument.class, () -> PackReader.read(new PackSource(ID, files), ProcedureRunners.NONE));
        var told = broken.flaws().stream()
                .filter(flaw -> (flaw.path() + ": " + flaw.what()).contains(message))
                .toList();
        assertEquals(1, told.size(), () -> broken.flaws().toString());
        assertEquals(ID + "/" + file, told.get(0).file());
    }
}
