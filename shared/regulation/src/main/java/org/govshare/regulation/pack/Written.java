package org.govshare.regulation.pack;

import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.ShareClass;

/** A pack with the files it was read from, to name the line that a fault of several packs lies in. */
record Written(Pack pack, PackSource source) {
    private static final String HEADER = "pack.yaml";

    /** A place in the header by its path, or the last one on the way that exists. */
    Doc header(String path) {
        return doc(HEADER).at(path);
    }

    /** A place in the file of a procedure that the pack has. */
    Doc procedure(Procedure procedure, String path) {
        return source.law().keySet().stream()
                .filter(name -> !name.equals(HEADER))
                .map(this::doc)
                .filter(doc -> procedure.name().equals(nameOf(doc)))
                .findFirst()
                .orElseGet(() -> doc(HEADER))
                .at(path);
    }

    /** What the procedure says of a duty: its clock, or its period where it only sets periods. */
    Doc duty(Procedure procedure, String duty, String path) {
        var part = procedure.opening().isPresent() ? "clocks." : "periods.";
        return procedure(procedure, part + duty + "." + path);
    }

    private Doc doc(String name) {
        return Doc.parse(source.id() + "/" + name, source.files().get(name));
    }

    private static String nameOf(Doc doc) {
        var shareClass = doc.find(ShareClass.KEY, ShareClass.OLDER_KEY).map(Doc::text);
        return Procedure.nameOf(doc.get("procedure").text(), shareClass.orElse(""));
    }
}
