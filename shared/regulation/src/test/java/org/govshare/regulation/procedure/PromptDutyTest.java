package org.govshare.regulation.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.explanation.PackTable;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.procedure.PromptDuty.Move;
import org.govshare.regulation.reading.SmallPack;
import org.junit.jupiter.api.Test;

/** A duty that the text wants done promptly: shown from when to when, and never late. */
class PromptDutyTest {
    private static final String CLOCKS = "clocks:\n";
    private static final Law LAW = Law.of(List.of(SmallPack.changed(
            "city-law",
            Map.of(
                    CLOCKS,
                    CLOCKS + "  answer: { promptly: true, title: { zh: 补充, en: complete promptly }, obligor: requester,"
                            + " starts: { step: answer }, fulfilled-by: [complete], article: \"4\" }\n"))));
    private static final EffectiveProcedure PROCEDURE = LAW.alone("city-law", "share-request-conditional");

    private static Instant at(int day) {
        return Instant.parse("2025-03-01T01:00:00Z").plusSeconds(86400L * day);
    }

    private static final List<Move> ASKED_TWICE = List.of(
            new Move("open", at(0), "", "reply"),
            new Move("ask-back", at(1), "reply", "answer"),
            new Move("complete", at(300), "answer", "reply"),
            new Move("ask-back", at(301), "reply", "answer"));

    @Test
    void itBeginsWithItsStep_andEndsWhenItIsDone_howeverLate() {
        var duties = PromptDuty.of(PROCEDURE, ASKED_TWICE);
        assertEquals(
                List.of(at(1), at(301)), duties.stream().map(PromptDuty::begun).toList());
        assertEquals(Optional.of(at(300)), duties.get(0).ended());
        assertTrue(duties.get(0).done());
        assertEquals(Optional.empty(), duties.get(1).ended(), "asked again, it is owed again");
    }

    @Test
    void aCaseThatIsClosedWithoutIt_endsItUndone() {
        var moves = new java.util.ArrayList<>(ASKED_TWICE);
        moves.add(new Move("withdraw", at(302), "answer", "given-up"));
        var last = PromptDuty.of(PROCEDURE, moves).get(1);
        assertEquals(Optional.of(at(302)), last.ended());
        assertFalse(last.done());
    }

    @Test
    void refusalsAndReadings_moveNothing() {
        var moves = List.of(
                new Move("open", at(0), "", "reply"),
                new Move("ask-back", at(1), "reply", "answer"),
                new Move("complete", at(2), "", ""));
        assertEquals(Optional.empty(), PromptDuty.of(PROCEDURE, moves).get(0).ended());
    }

    @Test
    void itIsNoClock_andTheTableSaysPromptly() {
        assertEquals(java.util.Set.of("reply"), PROCEDURE.clocks().keySet());
        assertEquals(java.util.Set.of("reply"), PROCEDURE.procedure().limits().keySet());
        var table = PackTable.of(LAW.pack("city-law"), Locale.ENGLISH);
        assertTrue(table.contains("complete promptly: promptly, requester, from step answer"), table);
    }
}
