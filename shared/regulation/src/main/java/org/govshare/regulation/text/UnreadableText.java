package org.govshare.regulation.text;

import java.io.IOException;

/** A text cannot be read as what it should be; the message says {@code file:line: why}, for the one who made it. */
public final class UnreadableText extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String what;

    /**
     * @param line counted from 1; 0 where the whole file is meant
     * @param what a sentence whose subject is the file
     */
    public UnreadableText(String file, long line, String what) {
        super(file + (line > 0 ? ":" + line : "") + ": " + what);
        this.line = line;
        this.what = what;
    }

    public long line() {
        return line;
    }

    public String what() {
        return what;
    }
}
