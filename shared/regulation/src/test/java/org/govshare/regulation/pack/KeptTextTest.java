package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Tells;
import org.govshare.regulation.reading.PackReader;
import org.govshare.regulation.runner.ProcedureRunners;
import org.junit.jupiter.api.Test;

/** Cases opened under a text from before packs named acts and notices: they go on under it, in today's words. */
class KeptTextTest {
    private static final String ID = "hebei-2022";

    private static PackSource builtIn() {
        return Law.builtInSources().stream()
                .filter(pack -> pack.id().equals(ID))
                .findFirst()
                .orElseThrow();
    }

    /** As the text was written then. */
    private static PackSource earlier() {
        var files = new HashMap<String, String>();
        builtIn()
                .law()
                .forEach((name, text) -> files.put(
                        name,
                        text.replaceAll("(?m)^ +tells: .*\n", "")
                                .replaceAll("(?m)^(acts|contractors):\n(  .*\n)+", "")));
        return new PackSource(ID, files);
    }

    private static EffectiveProcedure kept(Law law, String kind) {
        return law.procedure(
                new ProcedureRef(kind, "", List.of(new PackRef(ID, earlier().digest()))));
    }

    @Test
    void anOrderOpenedUnderIt_tellsWhatOrdersTellToday() {
        var text = earlier();
        assertFalse(text.files().get("pack.yaml").contains("acts:"));
        assertThrows(BrokenDocument.class, () -> PackReader.read(text, ProcedureRunners.NONE));
        var order = kept(Law.builtIn().with(text), "correction");
        var withdrawn = order.procedure().action("review", "withdraw").orElseThrow();
        assertEquals(List.of(new Tells(Tells.Kind.WITHDRAWAL, List.of("agency"))), withdrawn.tells());
        var reported =
                order.procedure().action("correcting", "report-correction").orElseThrow();
        assertEquals(List.of(new Tells(Tells.Kind.REMINDER, List.of("organ"))), reported.tells());
        assertEquals(
                List.of(new Tells(Tells.Kind.ORDER, List.of("agency"))),
                order.procedure().opening().orElseThrow().tells());
        assertEquals(
                "order-correction", order.procedure().organAct().orElseThrow().answers());
    }

    @Test
    void aProposalUnderIt_isWordedAsToday_andByItsNameWhereNoTextHasItsId() {
        var text = earlier();
        var today = kept(Law.builtIn().with(text), "verification");
        assertEquals(new Text("责令改正", "order correction"), today.titleOfAct("order-correction"));
        var gone = kept(Law.of(List.of()).with(text), "verification");
        assertEquals(new Text("order-correction", "order-correction"), gone.titleOfAct("order-correction"));
    }

    @Test
    void aCheckThatCameLater_doesNotJudgeIt() {
        var files = new HashMap<>(builtIn().law());
        files.computeIfPresent(
                "procedures/verification.yaml",
                (name, text) ->
                        text.replace("fulfilled-by: [report-result]", "fulfilled-by: [forward, report-result]"));
        files.computeIfPresent(
                "procedures/correction.yaml",
                (name, text) -> text.replace("breaches: [article-30]", "breaches: [article-30, article-30]"));
        var text = new PackSource(ID, files);
        var today = assertThrows(BrokenDocument.class, () -> Law.of(List.of(text)));
        assertEquals(2, today.flaws().size(), today::getMessage);
        for (var kind : List.of("verification", "correction")) {
            var ref = new ProcedureRef(kind, "", List.of(new PackRef(ID, text.digest())));
            assertEquals(
                    kind, Law.builtIn().with(text).procedure(ref).procedure().kind());
        }
    }
}
