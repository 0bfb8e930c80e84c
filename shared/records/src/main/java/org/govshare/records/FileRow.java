package org.govshare.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.govshare.records.RecordChange.Flaw;

/** One row of a file on its way into COPY. */
record FileRow(String key, String region, String payload, boolean whole) {

    static FileRow of(CSVRecord row, RecordFile file) {
        if (!row.isConsistent()) {
            return new FileRow("", "", "", false);
        }
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        row.getParser().getHeaderNames().forEach(column -> payload.put(column, row.get(column)));
        return new FileRow(row.get(file.keyColumn()), row.get(file.regionColumn()), payload.toString(), true);
    }

    Optional<Flaw> flaw() {
        if (!whole) {
            return Optional.of(Flaw.PAYLOAD_UNFIT);
        }
        return RecordChange.flawOfKey(key)
                .or(() -> RecordChange.flawOfRegion(region))
                .or(() -> RecordChange.flawOfText(payload));
    }

    /** A line in COPY's text format. */
    String copyText(int ord) {
        return ord + "\t" + escaped(key) + "\t" + escaped(region) + "\t" + escaped(payload) + "\n";
    }

    private static String escaped(String text) {
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
