package org.govshare.registry.table;

import java.io.FilterReader;
import java.io.IOException;
import org.govshare.regulation.text.TextReader;

/** Keeps a row without a closing quotation mark from filling the memory with the rest of the file. */
final class RowBound extends FilterReader {
    /** Characters of one row; the parser reads some thousand ahead. */
    private static final int LONGEST_ROW = 1 << 20;

    private final TextReader text;
    private long row;
    private long read;

    RowBound(TextReader text) {
        super(text);
        this.text = text;
    }

    /** A row begins with the next character read, somewhere after the previous line. */
    void begin(long line) {
        if (line != row) {
            row = line;
            read = 0;
        }
    }

    @Override
    public int read(char[] target, int start, int length) throws IOException {
        int count = super.read(target, start, length);
        read += count;
        if (read > LONGEST_ROW) {
            throw text.flaw(
                    row,
                    "has a row of more than " + LONGEST_ROW + " characters; perhaps a quotation mark is not closed");
        }
        return count;
    }
}
