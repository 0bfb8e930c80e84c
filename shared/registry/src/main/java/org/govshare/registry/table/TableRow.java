package org.govshare.registry.table;

import java.util.List;

/**
 * One row of a table as it is in its file.
 *
 * @param line on which it begins, counted from 1 through all lines of the file
 * @param values in the order of the columns, but not always as many
 */
public record TableRow(long line, List<String> values) {

    /** Whether one of its values has a NUL character, which no database takes. */
    public boolean holdsNul() {
        return values.stream().anyMatch(value -> value.indexOf('\0') >= 0);
    }
}
