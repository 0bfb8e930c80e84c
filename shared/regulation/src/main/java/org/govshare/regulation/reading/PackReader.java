package org.govshare.regulation.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.runner.ProcedureRunners;

/** Reads a pack's files strictly and checks that they make sense together. */
public final class PackReader {
    private static final String HEADER = "pack.yaml";

    private final PackSource source;
    private final ProcedureRunners runners;
    private final Optional<KeptText> kept;
    private final List<Flaw> flaws = new ArrayList<>();

    private PackReader(PackSource source, ProcedureRunners runners, Optional<KeptText> kept) {
        this.source = source;
        this.runners = runners;
        this.kept = kept;
    }

    /**
     * The pack in these files.
     *
     * @param runners of this process; an effect that a procedure's runner lacks is a flaw
     * @throws BrokenDocument with all flaws that could be found, each with file, path and mend
     */
    public static Pack read(PackSource source, ProcedureRunners runners) {
        return new PackReader(source, runners, Optional.empty()).read();
    }

    /**
     * The text that old cases were opened under, which may be from before headers named acts and actions said what they
     * tell. It was sound by the checks of its time, and those that came later do not judge it.
     *
     * @param now the text that has its id now, whose words then count
     */
    public static Pack kept(PackSource source, Optional<Pack> now) {
        return new PackReader(source, ProcedureRunners.NONE, Optional.of(new KeptText(now))).read();
    }

    private Pack read() {
        var file = source.id() + "/" + HEADER;
        var text = source.law().get(HEADER);
        if (text == null) {
            var flaw = new Flaw(file, 0, "", "the file is missing", "A pack is a folder with a " + HEADER);
            throw new BrokenDocument(List.of(flaw));
        }
        var header = new HeaderReader(source, Doc.parse(file, text));
        var acts = kept.filter(old -> header.doc().find("acts").isEmpty())
                .map(KeptText::acts)
                .orElseGet(header::acts);
        var pack = header.pack(procedures(header, acts), acts.named());
        if (!flaws.isEmpty()) {
            throw new BrokenDocument(flaws);
        }
        return pack;
    }

    private Map<String, Procedure> procedures(HeaderReader header, ActNames acts) {
        var parties = header.parties();
        var ladders = header.ladders(acts);
        var breaches = header.breaches();
        var procedures = new LinkedHashMap<String, Procedure>();
        source.law().forEach((name, text) -> {
            if (!name.equals(HEADER)) {
                try {
                    var doc = document(name, text);
                    var written = new ProcedureReader(source.id(), doc, parties, ladders, breaches, acts).read();
                    var procedure = acts.anyName() ? kept.orElseThrow().telling(written) : written;
                    if (procedures.put(procedure.name(), procedure) != null) {
                        throw doc.broken("a second file for " + procedure.name(), "Keep one file for each procedure");
                    }
                    if (kept.isEmpty()) {
                        flaws.addAll(new ProcedureCheck(doc, procedure).flaws());
                        flaws.addAll(new RunnerCheck(doc, procedure, runners).flaws());
                    }
                } catch (BrokenDocument e) {
                    flaws.addAll(e.flaws());
                }
            }
        });
        if (procedures.size() == source.law().size() - 1) {
            // The duties of a procedure that could not be read would be reported as unknown.
            flaws.addAll(OrganActReader.unknownDuties(header.doc(), breaches, procedures.values()));
        }
        if (flaws.isEmpty()) {
            flaws.addAll(new HeaderCheck(header.doc(), procedures.values()).flaws(acts, ladders));
        }
        return procedures;
    }

    private Doc document(String name, String text) {
        var doc = Doc.parse(source.id() + "/" + name, text);
        if (!name.matches("procedures/[a-z0-9-]+\\.yaml")) {
            throw doc.broken("no file belongs here", "Procedures are in procedures/NAME.yaml");
        }
        return doc;
    }
}
