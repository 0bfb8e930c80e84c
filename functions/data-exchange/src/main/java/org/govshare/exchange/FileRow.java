package org.govshare.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.govshare.records.RecordChange;
import org.govshare.records.RecordChange.Flaw;
import org.govshare.registry.table.TableRow;

/** One row of a file on its way into COPY. */
record FileRow(String key, String region, String payload, boolean whole) {

    /** The form that Excel gives a code of twelve digits or more. */
    private static final Pattern SHORTENED = Pattern.compile("[0-9](\\.[0-9]+)?E\\+[0-9]+");

    static FileRow of(TableRow row, FileColumns columns) {
        if (row.values().size() != columns.names().size()) {
            return new FileRow("", "", "", false);
        }
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < row.values().size(); i++) {
            if (columns.isItem(columns.names().get(i))) {
                payload.put(columns.names().get(i), row.values().get(i));
            }
        }
        return new FileRow(
                row.values().get(columns.key()), row.values().get(columns.region()), payload.toString(), true);
    }

    Optional<Flaw> flaw() {
        if (!whole) {
            return Optional.of(Flaw.VALUES_MISCOUNTED);
        }
        return RecordChange.flawOfKey(key)
                .or(() -> shortened(key, Flaw.KEY_SHORTENED))
                .or(() -> RecordChange.flawOfRegion(region)
                        .map(flaw -> shortened(region, Flaw.REGION_SHORTENED).orElse(flaw)))
                .or(() -> RecordChange.flawOfText(payload));
    }

    private static Optional<Flaw> shortened(String code, Flaw flaw) {
        return SHORTENED.matcher(code).matches() ? Optional.of(flaw) : Optional.empty();
    }

    /** A line in COPY's text format. */
    String copyText(int ord) {
        return ord + "\t" + escaped(key) + "\t" + escaped(region) + "\t" + escaped(payload) + "\n";
    }

    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
