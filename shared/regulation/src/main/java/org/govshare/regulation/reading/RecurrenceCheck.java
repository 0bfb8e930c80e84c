package org.govshare.regulation.reading;

import java.util.ArrayList;
import java.util.List;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.grammar.Party;
import org.govshare.regulation.grammar.PartyStrategy;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.Recurrence;

/**
 * Checks what is special where a case opens by itself: nobody opens it and it is about no data, so that each party follows
 * from the text alone; and only there does a clock end on a day of the year.
 */
final class RecurrenceCheck {
    private final Doc doc;
    private final Procedure procedure;
    private final List<Flaw> flaws = new ArrayList<>();

    RecurrenceCheck(Doc doc, Procedure procedure) {
        this.doc = doc;
        this.procedure = procedure;
    }

    List<Flaw> flaws() {
        if (procedure.recurs().isPresent()) {
            procedure.parties().values().stream()
                    .filter(party -> !ofTheText(party))
                    .forEach(party -> flaw(
                            "parties." + party.name(),
                            "nobody opens the case, so that this party cannot be found",
                            "Use authority-of-pack, or the government-of such a party"));
            if (procedure.organAct().isPresent()) {
                flaw("organ-act", "an organ's act does not recur", "Remove organ-act, or write open: for recurs:");
            }
            if (!procedure.variant().isEmpty()) {
                flaw("recurs", "what recurs is about no dataset and has no share class", "Remove share-class");
            }
        } else {
            procedure.clocks().values().stream()
                    .filter(clock ->
                            clock.until().flatMap(Recurrence::dayOfYear).isPresent())
                    .forEach(clock -> flaw(
                            "clocks." + clock.name() + ".until",
                            "only what recurs ends on a day of the year",
                            "Write period:, or recurs: in place of open:"));
        }
        return flaws;
    }

    private boolean ofTheText(Party party) {
        return party.strategy() == PartyStrategy.AUTHORITY_OF_PACK
                || party.strategy() == PartyStrategy.GOVERNMENT_OF
                        && party.of()
                                .map(procedure.parties()::get)
                                .filter(of -> of.strategy() == PartyStrategy.AUTHORITY_OF_PACK)
                                .isPresent();
    }

    private void flaw(String path, String what, String mend) {
        var at = doc.at(path).flaw(what, mend);
        flaws.add(new Flaw(at.file(), at.line(), path, what, mend));
    }
}
