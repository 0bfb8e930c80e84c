package org.govshare.registry.table;

import java.util.List;

/**
 * One row of a table as it is in its file.
 *
 * @param line the line on which it begins, counted from 1 over all lines of the file
 * @param values in the order of the columns; there may be more or fewer than columns
 */
public record TableRow(long line, List<String> values) {

    /** Whether one of its values has a NUL character, which PostgreSQL cannot store. */
    public boolean holdsNul() {
        return values.stream().anyMatch(value -> value.indexOf('\0') >= 0);
    }
}
