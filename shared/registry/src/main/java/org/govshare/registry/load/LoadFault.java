package org.govshare.registry.load;

/**
 * Why a file cannot be loaded.
 *
 * @param line counted from 1; the first line of a row that spans several; 0 for the file as a whole
 * @param column the name in the header; empty for the line as a whole
 */
public record LoadFault(String file, long line, String column, String message) {

    /** {@code file:line:column: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
