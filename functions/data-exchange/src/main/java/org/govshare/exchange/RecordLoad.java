package org.govshare.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.govshare.platform.sql.Sql;
import org.govshare.platform.sql.Transactions;
import org.govshare.records.Applied;
import org.govshare.records.RecordChange.Flaw;
import org.govshare.records.RecordMerge;
import org.govshare.registry.DatasetField;
import org.govshare.registry.Datasets;
import org.govshare.registry.table.Table;
import org.govshare.registry.table.TableRow;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads a file of records. It streams the file through COPY and merges sets of some thousand rows, each in a
 * transaction of its own. To continue an interrupted load, run it again: rows that were loaded already stay unchanged.
 * Rows that a later file does not have stay.
 */
public final class RecordLoad {

    /** The number of rows of one transaction. */
    static final int SLICE = 5_000;

    private static final String STAGE = """
            create temporary table if not exists incoming_record
            (ord bigint, key text, region text, payload jsonb) on commit delete rows""";
    private static final String COPY = "copy incoming_record (ord, key, region, payload) from stdin";
    private static final String INCOMING = "select ord, key, region, payload, false as deleted from incoming_record";

    private final Transactions transactions;
    private final LocalDate day;
    private final Instant at;

    /**
     * @param day the day of law for the region table
     * @param at the moment that the feed gets
     */
    public RecordLoad(Transactions transactions, LocalDate day, Instant at) {
        this.transactions = transactions;
        this.day = day;
        this.at = at;
    }

    /**
     * Loads the file into a dataset that exists. Its columns must be data items of the catalogue entry, unless the
     * entry lists none; a column for the key or the region that is not a data item is not stored. Rows that share their
     * key with another row of the file are all rejected, because nobody can know which is right. The file is read to
     * its end before the first row is written.
     *
     * @param progress is called with the report after each slice
     * @throws UncheckedIOException if it cannot be read, lacks a required column, or has a column that the catalogue
     *     entry does not have; the message says why
     */
    public LoadReport load(String datasetId, RecordFile file, Consumer<LoadReport> progress) {
        List<String> items = transactions.callInNew(connection -> items(connection, datasetId));
        KeysTwice twice = transactions.callInNew(connection -> KeysTwice.in(connection, file, items));
        LoadReport report = new LoadReport();
        try (Table rows = file.open()) {
            FileColumns columns = FileColumns.of(rows, file, items);
            while (rows.hasNext()) {
                report.add(transactions.callInNew(
                        connection -> slice(connection, datasetId, rows, columns, twice, report)));
                progress.accept(report);
            }
            if (report.rows() != twice.read()) {
                throw rows.flaw(0, "has changed while it was read; load it again");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        return report;
    }

    private static List<String> items(Connection connection, String datasetId) throws SQLException {
        return Datasets.byId(connection, datasetId).stream()
                .flatMap(dataset -> dataset.fields().stream())
                .map(DatasetField::name)
                .toList();
    }

    private Applied slice(
            Connection connection,
            String datasetId,
            Table rows,
            FileColumns columns,
            KeysTwice twice,
            LoadReport report)
            throws SQLException {
        Sql.on(connection, STAGE).run();
        copy(connection, rows, columns, twice, report);
        return RecordMerge.run(connection, INCOMING, Map.of(), datasetId, day, at);
    }

    private static void copy(Connection connection, Table rows, FileColumns columns, KeysTwice twice, LoadReport report)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            for (int i = 0; i < SLICE && rows.hasNext(); i++) {
                TableRow row = rows.next();
                FileRow line = FileRow.of(row, columns);
                long number = report.read();
                Optional<Flaw> flaw =
                        line.flaw().or(() -> twice.has(number) ? Optional.of(Flaw.KEY_TWICE) : Optional.empty());
                if (flaw.isPresent()) {
                    report.reject(row.line(), flaw.get(), twice.otherLine(number));
                } else {
                    byte[] text = line.copyText(i).getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(text, 0, text.length);
                }
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
