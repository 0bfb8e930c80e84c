package org.govshare.demo;

import java.io.PrintStream;

/** Prints plain text, wrapped at 100 columns; Chinese characters take two. */
public final class Page {
    private static final int WIDTH = 100;
    private static final int MARGIN = 4;

    private final PrintStream out;

    public Page(PrintStream out) {
        this.out = out;
    }

    public void chapter(String title) {
        out.println();
        out.println(title);
        out.println("-".repeat(Math.min(WIDTH, columns(title))));
    }

    /** What was done, under a line that says when and by whom. */
    public void step(String moment, String who, String what) {
        out.println();
        write(moment + "  " + who, 0, 2);
        write(what, MARGIN, MARGIN);
        out.flush();
    }

    public void text(String text) {
        write(text, MARGIN, MARGIN);
        out.flush();
    }

    /** A line with a word before it, such as {@code article}. */
    public void note(String word, String text) {
        write(padded(word, 8) + "  " + text, MARGIN, MARGIN + 10);
        out.flush();
    }

    /** A line of a table, as it is. */
    public void row(String line) {
        out.println(" ".repeat(MARGIN) + line);
        out.flush();
    }

    /** Fills up with spaces to a number of columns. */
    public static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - columns(text)));
    }

    /** A basis as the API names it, for reading: {@code hebei-2022 art. 15 para. 3}. */
    public static String article(String basis) {
        return basis.replaceFirst(" ", " art. ");
    }

    private void write(String text, int first, int rest) {
        StringBuilder line = new StringBuilder(" ".repeat(first));
        int used = first;
        for (String word : text.split("(?<= )|(?<=[，。；、）])")) {
            if (used + columns(word.stripTrailing()) > WIDTH) {
                out.println(line.toString().stripTrailing());
                line.setLength(0);
                line.append(" ".repeat(rest));
                used = rest;
            }
            line.append(word);
            used += columns(word);
        }
        out.println(line.toString().stripTrailing());
    }

    private static int columns(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    /** East Asian wide and full-width forms, as far as this text has them. */
    private static boolean isWide(int c) {
        return c >= 0x2E80 && c <= 0xA4CF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFF00 && c <= 0xFF60;
    }
}
