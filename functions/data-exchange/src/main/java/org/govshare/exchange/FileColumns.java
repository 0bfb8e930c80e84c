package org.govshare.exchange;

import java.util.List;
import java.util.stream.Collectors;
import org.govshare.registry.table.Table;
import org.govshare.regulation.text.UnreadableText;

/**
 * The columns of a file of records, and which of them name the record and its region.
 *
 * @param items names of the data items that the catalogue entry has; none where it lists none, and then any column is one
 */
record FileColumns(List<String> names, int key, int region, List<String> items) {

    /**
     * Those of an open file, which must have the two that its loader names; each other one must be a data item.
     *
     * @param items as in the catalogue entry
     */
    static FileColumns of(Table table, RecordFile file, List<String> items) throws UnreadableText {
        FileColumns columns = new FileColumns(
                table.columns(), find(table, file.keyColumn()), find(table, file.regionColumn()), items);
        columns.check(table);
        return columns;
    }

    private void check(Table table) throws UnreadableText {
        String unknown = names.stream()
                .filter(name -> !isItem(name) && names.indexOf(name) != key && names.indexOf(name) != region)
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw table.flaw(
                    table.headerLine(),
                    "has columns that the catalogue entry does not have: " + unknown + "; its data items are: "
                            + String.join(", ", items));
        }
    }

    /** Whether a record's content has the column: one that is not a data item serves as key or region alone. */
    boolean isItem(String name) {
        return items.isEmpty() || items.contains(name);
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
