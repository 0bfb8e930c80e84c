package org.govshare.upkeep.state;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A row that differs from the trail and the law.
 *
 * @param row the key by which people look it up
 * @param column empty for the row as a whole
 * @param is the value of the column; empty if people wrote it, because it is then not shown
 * @param mustBe the value that it should have; empty in the same case
 */
public record Difference(
        Kind kind, String table, String row, Optional<UUID> caseId, String column, String is, String mustBe) {

    /** The kinds of differences. */
    public enum Kind {
        /** A column has another value. */
        CHANGED,
        /** The trail or the law has the row, but the table does not. */
        MISSING,
        /** The table has the row, but the trail and the law do not. */
        NOT_ENTERED
    }

    /** The difference as one line for people. */
    public String text(Locale language) {
        boolean chinese = "zh".equals(language.getLanguage());
        String of = caseId.map(id -> (chinese ? "（办件 " : " (case ") + id + (chinese ? "）" : ")"))
                .orElse("");
        return table + " " + row + of + (chinese ? "：" : ": ") + (chinese ? zh() : en());
    }

    private String zh() {
        return switch (kind) {
            case CHANGED -> column + (is.isEmpty() && mustBe.isEmpty() ? " 与留痕不符" : " 为 " + is + "，依留痕和规定应为 " + mustBe);
            case MISSING -> "表中没有此行，留痕中有";
            case NOT_ENTERED -> "表中有此行，留痕中没有";
        };
    }

    private String en() {
        return switch (kind) {
            case CHANGED ->
                column
                        + (is.isEmpty() && mustBe.isEmpty()
                                ? " is not what was entered"
                                : " is " + is + ", must be " + mustBe + " by the trail and the law");
            case MISSING -> "is in the trail, but not in the table";
            case NOT_ENTERED -> "is in the table, but not in the trail";
        };
    }
}
