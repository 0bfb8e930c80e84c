package org.govshare.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govshare.platform.sql.Sql;
import org.govshare.records.RecordChange;
import org.govshare.registry.table.Table;
import org.govshare.registry.table.TableRow;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The first reading of a file: it checks that the file is valid to its end, and finds the rows that share their key
 * with another row. The database compares the keys; memory holds one bit for each row.
 */
final class KeysTwice {
    private static final String STAGE =
            "create temporary table incoming_key (ord bigint, line bigint, key text) on commit drop";
    private static final String COPY = "copy incoming_key from stdin";
    private static final String TWICE = """
            select i.ord, case when i.line = t.first then t.last else t.first end as other
            from incoming_key i
            join (select key, min(line) as first, max(line) as last from incoming_key
              group by key having count(*) > 1) t on t.key = i.key
            order by i.ord""";
    private static final int FETCH = 5_000;

    private final BitSet rows = new BitSet();
    private final Map<Long, Long> firstLines = new HashMap<>();
    private long read;

    private KeysTwice() {}

    /**
     * Reads the file in the caller's transaction.
     *
     * @param items as in {@link FileColumns}
     * @throws UncheckedIOException if the file cannot be read to its end, or has a column that is not allowed
     */
    static KeysTwice in(Connection connection, RecordFile file, List<String> items) throws SQLException {
        KeysTwice keys = new KeysTwice();
        try (Table table = file.open()) {
            Sql.on(connection, STAGE).run();
            keys.copy(connection, table, FileColumns.of(table, file, items));
            Sql.on(connection, TWICE)
                    .fetch(FETCH)
                    .each(twice -> keys.add(twice.getLong("ord"), twice.getLong("other")));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        return keys;
    }

    /** The number of rows of the file. */
    long read() {
        return read;
    }

    /** Whether the row of this number, from 0, shares its key with another row. */
    boolean has(long row) {
        return rows.get(Math.toIntExact(row));
    }

    /**
     * The line of another row with the same key. It is kept for as many rows as a report names; for the others it is 0.
     */
    long otherLine(long row) {
        return firstLines.getOrDefault(row, 0L);
    }

    private void add(long row, long other) {
        rows.set(Math.toIntExact(row));
        if (firstLines.size() < LoadReport.NAMED) {
            firstLines.put(row, other);
        }
    }

    private void copy(Connection connection, Table table, FileColumns columns) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            for (; table.hasNext(); read++) {
                TableRow row = table.next();
                if (columns.key() < row.values().size()) {
                    copyKey(copy, row, row.values().get(columns.key()));
                }
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void copyKey(CopyIn copy, TableRow row, String key) throws SQLException {
        if (RecordChange.flawOfKey(key).isEmpty()) {
            byte[] text =
                    (read + "\t" + row.line() + "\t" + FileRow.escaped(key) + "\n").getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(text, 0, text.length);
        }
    }
}
