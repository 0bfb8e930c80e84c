package org.govshare.regulation.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one notion of text that a reader can see: it has a character with a shape of its own. White space, controls, format
 * characters, marks without a base and fillers have none. What a required field holds must be visible; else the field is
 * not stated.
 */
public final class VisibleText {
    /** Unicode has them as letters or symbols, yet each is a blank: Braille, object replacement, hieroglyph, note head. */
    private static final Set<Integer> BLANKS = Set.of(0x2800, 0xFFFC, 0x13441, 0x13442, 0x1D159);
    /** Default_Ignorable_Code_Point, as far as it is neither a format character nor a mark: the Hangul fillers. */
    private static final Set<Integer> FILLERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0);
    /** Without width, and left at the ends of text by word processors and web pages. */
    private static final Set<Integer> ZERO_WIDTH_SPACES = Set.of(0x200B, 0x2060, 0xFEFF);

    private VisibleText() {}

    /** Whether a reader can see anything of the text. */
    public static boolean isIn(String text) {
        return text.codePoints().anyMatch(VisibleText::isVisible);
    }

    /** The text without white space and zero-width spaces at its ends; nothing where a reader can see nothing of it. */
    public static Optional<String> of(String text) {
        if (!isIn(text)) {
            return Optional.empty();
        }
        int from = 0;
        while (isSpace(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        int to = text.length();
        while (isSpace(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return Optional.of(text.substring(from, to));
    }

    /** What a form states: each value as {@link #of} has it, and none for a field of which nothing can be seen. */
    public static Map<String, String> stated(Map<String, String> form) {
        var stated = new HashMap<String, String>();
        form.forEach((field, text) -> of(text).ifPresent(visible -> stated.put(field, visible)));
        return Map.copyOf(stated);
    }

    /**
     * Characters for private use count as visible, since GB 18030 wrote rare characters of names with them; so do those
     * not assigned yet, since an older Java knows fewer ideographs than a newer one.
     */
    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            case Character.UNASSIGNED -> !BLANKS.contains(c) && !isNeverShown(c);
            default -> !BLANKS.contains(c) && !FILLERS.contains(c);
        };
    }

    /** Noncharacters, and what Unicode keeps free for characters that are to be ignored. */
    private static boolean isNeverShown(int c) {
        var noncharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        var keptFree = c == 0x2065 || c >= 0xFFF0 && c <= 0xFFF8 || c >= 0xE0000 && c <= 0xE0FFF;
        return noncharacter || keptFree;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || ZERO_WIDTH_SPACES.contains(c);
    }
}
