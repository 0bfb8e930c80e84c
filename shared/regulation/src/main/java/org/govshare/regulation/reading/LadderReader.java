package org.govshare.regulation.reading;

import java.util.Optional;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.Rung;
import org.govshare.regulation.grammar.RungAct;

/** Reads one rung of a ladder. */
final class LadderReader {
    private LadderReader() {}

    /** @param acts that an organ can be asked to take; software never takes them */
    static Rung rung(String pack, Doc doc, ActNames acts) {
        doc.entries("rung", "before", "after", "to", "proposes", "article", "chosen");
        if (doc.find("before").isPresent() == doc.find("after").isPresent()) {
            throw doc.broken("a rung comes before or after the due moment", "Write before: 1 or after: 0");
        }
        var offset = doc.find("before")
                .map(before -> -before.number(1))
                .orElseGet(() -> doc.get("after").number(0));
        var proposal = doc.find("proposes").map(acts::read);
        if (proposal.isPresent() && offset < 0) {
            throw doc.broken("nothing can be proposed before the due moment", "Write after: instead of before:");
        }
        var to = doc.get("to").items().stream().map(Doc::text).toList();
        if (to.isEmpty()) {
            throw doc.get("to").broken("it is addressed to nobody", "Name a party or an addressee");
        }
        return new Rung(
                doc.get("rung").text(),
                offset,
                proposal.isPresent() ? RungAct.PROPOSE : RungAct.REMIND,
                to,
                proposal.orElse(""),
                basis(pack, doc));
    }

    /** A reminder may rest on the clock's own article; a proposal needs the article that lets the organ act. */
    private static Optional<Basis> basis(String pack, Doc doc) {
        if (doc.find("article").isEmpty() && doc.find("proposes").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Basis.read(pack, doc));
    }
}
