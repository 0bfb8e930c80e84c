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

    /** As the text was written then. */
    private static PackSource earlier() {
        var source = Law.builtInSources().stream()
                .filter(pack -> pack.id().equals(ID))
                .findFirst()
                .orElseThrow();
        var files = new HashMap<String, String>();
        source.law()
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
}
