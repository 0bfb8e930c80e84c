package org.govshare.regulation.reading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.BackFlow;
import org.govshare.regulation.grammar.Binds;
import org.govshare.regulation.grammar.BoundKind;
import org.govshare.regulation.grammar.BreachItem;
import org.govshare.regulation.grammar.ContractorRule;
import org.govshare.regulation.grammar.NamedAct;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Party;
import org.govshare.regulation.grammar.PartyStrategy;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.Rank;
import org.govshare.regulation.grammar.Rung;

/** Reads {@code pack.yaml}. */
final class HeaderReader {
    private final PackSource source;
    private final Doc doc;

    HeaderReader(PackSource source, Doc doc) {
        this.source = source;
        this.doc = doc;
        doc.entries(
                "pack",
                "title",
                "organ",
                "rank",
                "region",
                "in-force",
                "replaces",
                "switched-off",
                "note",
                "source",
                "parties",
                "acts",
                "ladders",
                "breaches",
                "back-flow",
                "contractors",
                "binds",
                "keep");
    }

    Doc doc() {
        return doc;
    }

    /** The parties that all procedures of the pack share. */
    Map<String, Party> parties() {
        return parties(source.id(), doc);
    }

    static Map<String, Party> parties(String pack, Doc doc) {
        var parties = new LinkedHashMap<String, Party>();
        doc.find("parties").map(Doc::entries).orElse(Map.of()).forEach((name, party) -> {
            party.entries("is", "of", "article", "chosen");
            var strategy = party.get("is").oneOf(PartyStrategy.class, "strategy");
            parties.put(name, new Party(name, strategy, of(party, strategy), Basis.read(pack, party)));
        });
        return parties;
    }

    /** The party whose government it is; whether there is such a party is for {@link ProcedureCheck}. */
    private static Optional<String> of(Doc party, PartyStrategy strategy) {
        if (strategy == PartyStrategy.GOVERNMENT_OF) {
            return Optional.of(party.get("of").text());
        }
        party.find("of").ifPresent(of -> {
            throw of.broken("only government-of names another party", "Remove it, or write is: government-of");
        });
        return Optional.empty();
    }

    ActNames acts() {
        return ActNames.of(source.id(), doc);
    }

    Map<String, List<Rung>> ladders(ActNames acts) {
        var ladders = new LinkedHashMap<String, List<Rung>>();
        doc.find("ladders").map(Doc::entries).orElse(Map.of()).forEach((name, ladder) -> {
            var rungs = ladder.items().stream()
                    .map(rung -> LadderReader.rung(source.id(), rung, acts))
                    .toList();
            ladders.put(name, rungs);
        });
        return ladders;
    }

    /** The lists of breaches that organs may act about, by name. */
    Map<String, List<BreachItem>> breaches() {
        return OrganActReader.lists(source.id(), doc);
    }

    Pack pack(Map<String, Procedure> procedures, Map<String, NamedAct> acts) {
        checkId();
        var force = doc.get("in-force");
        force.entries("from", "until", "article", "chosen");
        return new Pack(
                source.id(),
                source.digest(),
                Text.read(doc.get("title")),
                doc.get("organ").text(),
                doc.get("rank").oneOf(Rank.class, "rank"),
                region(),
                force.get("from").date(),
                until(force),
                Basis.read(source.id(), force),
                doc.find("replaces").map(Doc::text),
                doc.find("switched-off").map(Doc::flag).orElse(false),
                doc.find("note").map(Text::read),
                doc.find("source").map(SourceReader::read),
                doc.find("back-flow").map(this::backFlow),
                contractors(),
                binds(),
                KeepReader.rules(source.id(), doc),
                acts,
                procedures);
    }

    /** What contractors may not do; whether the procedures exist is for {@link PackReader}. */
    Optional<ContractorRule> contractors() {
        return doc.find("contractors").map(rule -> {
            rule.entries("not-in", "article", "chosen");
            var notIn = rule.get("not-in").items().stream().map(Doc::text).toList();
            if (notIn.isEmpty()) {
                throw rule.get("not-in").broken("it keeps contractors out of nothing", "Name a kind of procedure");
            }
            return new ContractorRule(notIn, Basis.read(source.id(), rule));
        });
    }

    private Binds binds() {
        return doc.find("binds")
                .map(rule -> {
                    rule.entries("kinds", "article", "chosen");
                    var kinds = rule.get("kinds").items().stream()
                            .map(kind -> kind.oneOf(BoundKind.class, "kind of body"))
                            .toList();
                    if (kinds.isEmpty()) {
                        throw rule.get("kinds").broken("it binds nobody", "Name a kind of body");
                    }
                    return new Binds(kinds, Optional.of(Basis.read(source.id(), rule)));
                })
                .orElse(Binds.USUAL);
    }

    private BackFlow backFlow(Doc duty) {
        duty.entries("approval", "need", "refusal");
        return new BackFlow(basis(duty.get("approval")), basis(duty.get("need")), basis(duty.get("refusal")));
    }

    private Basis basis(Doc rule) {
        rule.entries("article", "chosen");
        return Basis.read(source.id(), rule);
    }

    private void checkId() {
        var id = doc.get("pack");
        if (!id.text().equals(source.id())) {
            throw id.broken("\"" + id.text() + "\" is not the folder's name", "Write " + source.id());
        }
    }

    private String region() {
        var region = doc.get("region");
        if (!region.text().matches("\\d{6}")) {
            throw region.broken(
                    "\"" + region.text() + "\" is not a region code", "Write the six digits of GB/T 2260, quoted");
        }
        return region.text();
    }

    private static Optional<LocalDate> until(Doc force) {
        var until = force.find("until").map(Doc::date);
        if (until.filter(last -> last.isBefore(force.get("from").date())).isPresent()) {
            throw force.broken("it ends before it begins", "Put until on or after from");
        }
        return until;
    }
}
