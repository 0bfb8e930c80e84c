package org.govshare.regulation.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.pack.Pack;
import org.govshare.regulation.pack.PackSource;

/** Reads a pack's files strictly and checks that they make sense together. */
public final class PackReader {
    private static final String HEADER = "pack.yaml";

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
        var file = source.id() + "/" + HEADER;
        var text = source.law().get(HEADER);
        if (text == null) {
            var flaw = new Flaw(file, 0, "", "the file is missing", "A pack is a folder with a " + HEADER);
            throw new BrokenDocument(List.of(flaw));
        }
        var header = new HeaderReader(source, Doc.parse(file, text));
        var pack = header.pack(procedures(header));
        if (!flaws.isEmpty()) {
            throw new BrokenDocument(flaws);
        }
        return pack;
    }

    private Map<String, Procedure> procedures(HeaderReader header) {
        var parties = header.parties();
        var ladders = header.ladders();
        var breaches = header.breaches();
        var procedures = new LinkedHashMap<String, Procedure>();
        source.law().forEach((name, text) -> {
            if (!name.equals(HEADER)) {
                try {
                    var doc = document(name, text);
                    var procedure = new ProcedureReader(source.id(), doc, parties, ladders, breaches).read();
                    if (procedures.put(procedure.name(), procedure) != null) {
                        throw doc.broken("a second file for " + procedure.name(), "Keep one file for each procedure");
                    }
                    flaws.addAll(new ProcedureCheck(doc, procedure).flaws());
                } catch (BrokenDocument e) {
                    flaws.addAll(e.flaws());
                }
            }
        });
        flaws.addAll(OrganActReader.unknownDuties(header.doc(), breaches, procedures.values()));
        return procedures;
    }

    private Doc document(String name, String text) {
        var doc = Doc.parse(source.id() + "/" + name, text);
        if (!name.matches("procedures/[a-z0-9-]+\\.yaml")) {
            throw doc.broken("no file belongs here", "Procedures stand in procedures/NAME.yaml");
        }
        return doc;
    }
}
