package org.govshare.regulation.document;

/**
 * One mistake in a file, described so that its author can correct it.
 *
 * @param line counted from 1; 0 where the whole file is meant
 * @param path place in the file, such as {@code steps.review.actions.forward}
 * @param zh the mistake and its correction in Chinese; in English where only authors of packs read it
 */
public record Flaw(String file, int line, String path, String what, String mend, String zh) {

    /** A mistake that only authors of packs read about. */
    public Flaw(String file, int line, String path, String what, String mend) {
        this(file, line, path, what, mend, what + ". " + mend);
    }

    /** The mistake and its mend in English. */
    public String en() {
        return what + ". " + mend;
    }

    @Override
    public String toString() {
        var place = line > 0 ? file + ":" + line : file;
        return place + (path.isEmpty() ? "" : ": " + path) + ": " + en();
    }
}
