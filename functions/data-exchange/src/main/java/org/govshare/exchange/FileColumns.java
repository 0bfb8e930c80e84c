package org.govshare.exchange;

import java.util.List;
import org.govshare.registry.table.Table;
import org.govshare.regulation.text.UnreadableText;

/** The columns of a file of records, and which of them name the record and its region. */
record FileColumns(List<String> names, int key, int region) {

    /** Those of an open file, which must have the two that its loader names. */
    static FileColumns of(Table table, RecordFile file) throws UnreadableText {
        return new FileColumns(table.columns(), find(table, file.keyColumn()), find(table, file.regionColumn()));
    }

    private static int find(Table table, String column) throws UnreadableText {
        int at = table.columns().indexOf(column);
        if (at < 0) {
            throw table.flaw(
                    table.headerLine(),
                    "has no column \"" + column + "\"; it has: " + String.join(", ", table.columns()));
        }
        return at;
    }
}
