package org.govshare.exchange;

import java.util.List;
import java.util.stream.Collectors;
import org.govshare.registry.table.Table;
import org.govshare.regulation.text.UnreadableText;

/**
 * The columns of a file of records, and which of them name the record and its region.
 *
 * @param items names of the data items of the catalogue entry; if it lists none, every column counts as a data item
 */
record FileColumns(List<String> names, int key, int region, List<String> items) {

    /**
     * The columns of an open file. It must have the two columns that its loader names; every other one must be a data
     * item.
     *
     * @param items the data items of the catalogue entry
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

    /** Whether a record's content has the column: a column that is not a data item is only the key or the region. */
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
