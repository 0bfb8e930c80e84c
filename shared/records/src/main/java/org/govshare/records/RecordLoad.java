package org.govshare.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.govshare.records.RecordChange.Flaw;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads a file of records: streamed through COPY, merged in sets of some thousand rows, each in a transaction of its
 * own. A load that broke off is simply run again; what is in already is unchanged. Rows that a later file lacks stay.
 */
public final class RecordLoad {

    /** Rows of one transaction. */
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
     * @param day the day of law on which the region table is read
     * @param at the moment that the feed shows
     */
    public RecordLoad(Transactions transactions, LocalDate day, Instant at) {
        this.transactions = transactions;
        this.day = day;
        this.at = at;
    }

    /**
     * Loads the file into a dataset that exists.
     *
     * @param progress hears of the report after each slice
     * @throws IllegalArgumentException when the file lacks a column that it must have
     */
    public LoadReport load(String datasetId, RecordFile file, Consumer<LoadReport> progress) {
        LoadReport report = new LoadReport();
        try (CSVParser rows = file.parse()) {
            requireColumn(rows, file.keyColumn());
            requireColumn(rows, file.regionColumn());
            Iterator<CSVRecord> left = rows.iterator();
            while (left.hasNext()) {
                report.add(transactions.callInNew(connection -> slice(connection, datasetId, file, left, report)));
                progress.accept(report);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file of records that cannot be read: " + file.name(), e);
        }
        return report;
    }

    private static void requireColumn(CSVParser rows, String column) {
        if (!rows.getHeaderMap().containsKey(column)) {
            throw new IllegalArgumentException("the file has no column " + column);
        }
    }

    private Applied slice(
            Connection connection, String datasetId, RecordFile file, Iterator<CSVRecord> left, LoadReport report)
            throws SQLException {
        try (Statement stage = connection.createStatement()) {
            stage.execute(STAGE);
        }
        copy(connection, file, left, report);
        return RecordMerge.run(connection, INCOMING, statement -> 1, datasetId, day, at);
    }

    private static void copy(Connection connection, RecordFile file, Iterator<CSVRecord> left, LoadReport report)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            for (int i = 0; i < SLICE && left.hasNext(); i++) {
                CSVRecord row = left.next();
                report.read();
                FileRow line = FileRow.of(row, file);
                Optional<Flaw> flaw = line.flaw();
                if (flaw.isPresent()) {
                    report.reject(row.getRecordNumber() + 1, flaw.get());
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
