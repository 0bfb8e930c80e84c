package org.govshare.regulation.reading;

import java.util.Optional;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.Source;

/** Reads where a text was taken from: four entries, each of them stated or {@code unknown}. */
final class SourceReader {
    private static final String UNKNOWN = "unknown";

    private SourceReader() {}

    static Source read(Doc doc) {
        doc.entries("address", "number", "published", "checked");
        return new Source(
                known(doc.get("address")).map(SourceReader::address),
                known(doc.get("number")).map(Doc::text),
                known(doc.get("published")).map(Doc::date),
                known(doc.get("checked")).map(Doc::date));
    }

    private static Optional<Doc> known(Doc entry) {
        return Optional.of(entry).filter(doc -> !doc.text().equals(UNKNOWN));
    }

    private static String address(Doc doc) {
        if (!doc.text().matches("https?://\\S+")) {
            throw doc.broken("\"" + doc.text() + "\" is no address", "Write https://… or unknown");
        }
        return doc.text();
    }
}
