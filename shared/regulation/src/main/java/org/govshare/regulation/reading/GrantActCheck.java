package org.govshare.regulation.reading;

import java.util.ArrayList;
import java.util.List;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.grammar.Party;
import org.govshare.regulation.grammar.PartyStrategy;
import org.govshare.regulation.grammar.Procedure;

/** Checks that a procedure about a grant has the two that the grant is between, and that no other one speaks of a grant. */
final class GrantActCheck {
    private final Doc doc;
    private final Procedure procedure;
    private final List<Flaw> flaws = new ArrayList<>();

    GrantActCheck(Doc doc, Procedure procedure) {
        this.doc = doc;
        this.procedure = procedure;
    }

    List<Flaw> flaws() {
        if (procedure.isOnGrant()) {
            needs(PartyStrategy.GRANTEE, "that holds the grant");
            needs(PartyStrategy.DATA_HOLDER, "whose data the grant is of");
            if (!procedure.variant().isEmpty()) {
                flaw("share-class", "a procedure about a grant has no share class", "Remove it");
            }
        } else {
            procedure.parties().values().stream()
                    .filter(party -> party.strategy() == PartyStrategy.GRANTEE)
                    .map(Party::name)
                    .forEach(party -> aboutNone("parties." + party));
            procedure.endedGrant().ifPresent(rule -> aboutNone("ended-grant"));
        }
        return flaws;
    }

    private void needs(PartyStrategy strategy, String which) {
        if (procedure.parties().values().stream().noneMatch(party -> party.strategy() == strategy)) {
            flaw(
                    "parties",
                    "it is about a grant and has no party " + which,
                    "Add one that is: " + Doc.nameOf(strategy));
        }
    }

    private void aboutNone(String path) {
        flaw(path, "the procedure is about no grant", "Remove it, or add runs-as: " + Procedure.GRANT_ACT);
    }

    private void flaw(String path, String what, String mend) {
        var at = doc.at(path).flaw(what, mend);
        flaws.add(new Flaw(at.file(), at.line(), path, what, mend));
    }
}
