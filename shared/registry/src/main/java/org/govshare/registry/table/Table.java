package org.govshare.registry.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.govshare.regulation.text.TextReader;
import org.govshare.regulation.text.UnreadableText;
import org.govshare.regulation.text.VisibleText;

/**
 * A table whose first row names the columns; no two names are the same. Empty lines do not count as rows. One row at a
 * time is in memory. Any other content throws {@link UnreadableText}; the iterator wraps it in {@link
 * UncheckedIOException}.
 */
public final class Table implements Iterator<TableRow>, Closeable {

    /** How rows are written. */
    public enum Form {
        /** RFC 4180: commas, quotation marks where needed. */
        CSV(CSVFormat.DEFAULT),
        /**
         * Like {@code CSV}, but lines that begin with {@code #} are comments, and spaces around a value are ignored.
         */
        COMMENTED_CSV(CSVFormat.DEFAULT.builder().setCommentMarker('#').get()),
        /** Tabs, and no quotation marks. */
        TSV(CSVFormat.DEFAULT.builder().setDelimiter('\t').setQuote(null).get());

        private final CSVFormat format;

        Form(CSVFormat format) {
            this.format = format;
        }
    }

    private final TextReader text;
    private final Form form;
    private final RowBound bound;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final TableRow header;
    private long row = 1;

    private Table(TextReader text, Form form) throws IOException {
        this.text = text;
        this.form = form;
        this.bound = new RowBound(text);
        this.parser = form.format.parse(bound);
        this.records = parser.iterator();
        try {
            if (!hasNext()) {
                throw text.flaw(0, "has no line of column names");
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        this.header = next();
        checkNames();
    }

    /** Takes over the reader and reads the names of the columns; closes the reader if that fails. */
    public static Table open(TextReader text, Form form) throws IOException {
        try {
            return new Table(text, form);
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    public List<String> columns() {
        return header.values();
    }

    /** The line of the columns' names. */
    public long headerLine() {
        return header.line();
    }

    /** A fault of this file, on one of its lines. */
    public UnreadableText flaw(long line, String what) {
        return text.flaw(line, what);
    }

    @Override
    public boolean hasNext() {
        try {
            bound.begin(row);
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CSVException ? unchecked(notCsv()) : unchecked(e.getCause());
        }
    }

    @Override
    public TableRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        long last = parser.getCurrentLineNumber();
        String[] values = records.next().values();
        row = last + 1;
        return new TableRow(
                last - breaks(values), form == Form.COMMENTED_CSV ? stripped(values) : Arrays.asList(values));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private UnreadableText notCsv() {
        return text.flaw(
                row,
                "is not CSV: a quotation mark of the row that begins here is not closed, or text follows one that closes");
    }

    private static UncheckedIOException unchecked(IOException cause) {
        return new UncheckedIOException(cause.getMessage(), cause);
    }

    private void checkNames() throws UnreadableText {
        for (int i = 0; i < columns().size(); i++) {
            String name = columns().get(i);
            if (!VisibleText.isIn(name)) {
                throw text.flaw(headerLine(), "has wrong column names: column " + (i + 1) + " has no name");
            }
            if (VisibleText.hasUnseenEnds(name)) {
                throw text.flaw(
                        headerLine(),
                        "has wrong column names: the name of column " + (i + 1)
                                + " begins or ends with a space or another invisible character");
            }
            int first = columns().indexOf(name);
            if (first < i) {
                throw text.flaw(
                        headerLine(),
                        "has wrong column names: columns " + (first + 1) + " and " + (i + 1) + " are both \"" + name
                                + "\"");
            }
        }
    }

    private static List<String> stripped(String[] values) {
        return Arrays.stream(values).map(String::strip).toList();
    }

    /** Line breaks within quotation marks. */
    private static long breaks(String[] values) {
        long breaks = 0;
        for (String value : values) {
            for (int i = 0; i < value.length(); i++) {
                boolean pair = value.charAt(i) == '\n' && i > 0 && value.charAt(i - 1) == '\r';
                breaks += (value.charAt(i) == '\n' || value.charAt(i) == '\r') && !pair ? 1 : 0;
            }
        }
        return breaks;
    }
}
