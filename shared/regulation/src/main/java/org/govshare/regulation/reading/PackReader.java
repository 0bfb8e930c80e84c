package org.govshare.regulation.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.grammar.Party;
import org.govshare.regulation.grammar.PartyStrategy;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.Rung;
import org.govshare.regulation.pack.Basis;
import org.govshare.regulation.pack.Pack;
import org.govshare.regulation.pack.PackSource;
import org.govshare.regulation.pack.Rank;
import org.govshare.regulation.pack.Text;

/** Reads a pack's files strictly and checks that they make sense together. */
public final class PackReader {
    private final PackSource source;
    private final List<Flaw> flaws = new ArrayList<>();

    private PackReader(PackSource source) {
        this.source = source;
    }

    /**
     * The pack in these files.
     *
     * @throws BrokenDocument with all flaws that could be found, each with file, path and mend
     */
    public static Pack read(PackSource source) {
        return new PackReader(source).read();
    }

    private Pack read() {
        var text = source.law().get("pack.yaml");
        if (text == null) {
            throw new BrokenDocument(List.of(new Flaw(
                    source.id() + "/pack.yaml", 0, "", "the file is missing", "A pack is a folder with a pack.yaml")));
        }
        var doc = Doc.parse(source.id() + "/pack.yaml", text);
        var pack = header(doc);
        if (!flaws.isEmpty()) {
            throw new BrokenDocument(flaws);
        }
        return pack;
    }

    private Pack header(Doc doc) {
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
                "parties",
                "ladders");
        var id = doc.get("pack");
        if (!id.text().equals(source.id())) {
            throw id.broken("\"" + id.text() + "\" is not the folder's name", "Write " + source.id());
        }
        var region = doc.get("region");
        if (!region.text().matches("\\d{6}")) {
            throw region.broken("\"" + region.text() + "\" is no region", "Write the six digits of GB/T 2260, quoted");
        }
        var force = doc.get("in-force");
        force.entries("from", "until", "article", "chosen");
        Basis.read(source.id(), force);
        var from = force.get("from").date();
        var until = force.find("until").map(Doc::date);
        if (until.isPresent() && until.get().isBefore(from)) {
            throw force.broken("it ends before it begins", "Put until on or after from");
        }
        return new Pack(
                source.id(),
                source.digest(),
                Text.read(doc.get("title")),
                doc.get("organ").text(),
                doc.get("rank").oneOf(Rank.class, "rank"),
                region.text(),
                from,
                until,
                doc.find("replaces").map(Doc::text),
                doc.find("switched-off").map(Doc::flag).orElse(false),
                doc.find("note").map(Text::read),
                procedures(parties(source.id(), doc), ladders(doc)));
    }

    private Map<String, Procedure> procedures(Map<String, Party> parties, Map<String, List<Rung>> ladders) {
        var procedures = new LinkedHashMap<String, Procedure>();
        source.law().forEach((name, text) -> {
            if (name.equals("pack.yaml")) {
                return;
            }
            try {
                var file = source.id() + "/" + name;
                var doc = Doc.parse(file, text);
                if (!name.matches("procedures/[a-z0-9-]+\\.yaml")) {
                    throw doc.broken("no file belongs here", "Procedures stand in procedures/NAME.yaml");
                }
                var procedure = new ProcedureReader(source.id(), doc, parties, ladders).read();
                if (procedures.put(procedure.name(), procedure) != null) {
                    throw doc.broken("a second file for " + procedure.name(), "Keep one file for each procedure");
                }
                flaws.addAll(new ProcedureCheck(file, doc, procedure).flaws());
            } catch (BrokenDocument e) {
                flaws.addAll(e.flaws());
            }
        });
        return procedures;
    }

    static Map<String, Party> parties(String pack, Doc doc) {
        var parties = new LinkedHashMap<String, Party>();
        doc.find("parties").map(Doc::entries).orElse(Map.of()).forEach((name, party) -> {
            party.entries("is", "article", "chosen");
            var strategy = party.get("is").oneOf(PartyStrategy.class, "strategy");
            parties.put(name, new Party(name, strategy, Basis.read(pack, party)));
        });
        return parties;
    }

    private Map<String, List<Rung>> ladders(Doc doc) {
        var ladders = new LinkedHashMap<String, List<Rung>>();
        doc.find("ladders").map(Doc::entries).orElse(Map.of()).forEach((name, ladder) -> {
            var rungs = ladder.items().stream()
                    .map(rung -> LadderReader.rung(source.id(), rung))
                    .toList();
            ladders.put(name, rungs);
        });
        return ladders;
    }
}
