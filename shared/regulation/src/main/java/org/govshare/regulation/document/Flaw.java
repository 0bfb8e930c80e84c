package org.govshare.regulation.document;

/**
 * One mistake in a file, told so that its author can mend it.
 *
 * @param line counted from 1; 0 where the whole file is meant
 * @param path place in the file, such as {@code steps.review.actions.forward}
 */
public record Flaw(String file, int line, String path, String what, String mend) {

    @Override
    public String toString() {
        var place = line > 0 ? file + ":" + line : file;
        return place + (path.isEmpty() ? "" : ": " + path) + ": " + what + ". " + mend;
    }
}
