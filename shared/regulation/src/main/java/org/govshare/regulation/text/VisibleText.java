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

    /**
     * Whether a text begins or ends with something that a reader cannot see: white space, a control, a format character,
     * a blank or another ignorable character, and at the beginning a mark without a base. Two names that differ in this
     * alone look the same.
     */
    public static boolean hasUnseenEnds(String text) {
        if (text.isEmpty()) {
            return false;
        }
        int last = text.codePointBefore(text.length());
        return !isVisible(text.codePointAt(0)) || !isVisible(last) && !marksItsBase(last);
    }

    /** An accent, a tone or a vowel sign is seen on the character before it. */
    private static boolean marksItsBase(int c) {
        boolean mark = IgnorableCharacters.isLaterMark(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
        return mark && !IgnorableCharacters.isIgnorable(c);
    }

    /** What a form states: each value as {@link #of} has it, and none for a field of which nothing can be seen. */
    public static Map<String, String> stated(Map<String, String> form) {
        var stated = new HashMap<String, String>();
        form.forEach((field, text) -> of(text).ifPresent(visible -> stated.put(field, visible)));
        return Map.copyOf(stated);
    }

    /**
     * Characters for private use count as visible, since GB 18030 wrote rare characters of names with them; so do those
     * not assigned yet, since an older Java knows fewer ideographs than a newer one. The answer is the same on Java 17 to
     * 25: {@link IgnorableCharacters} has what their versions of Unicode see differently.
     */
    private static boolean isVisible(int c) {
        if (BLANKS.contains(c) || IgnorableCharacters.isIgnorable(c) || IgnorableCharacters.isLaterMark(c)) {
            return false;
        }
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
            default -> !isNoncharacter(c);
        };
    }

    private static boolean isNoncharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || ZERO_WIDTH_SPACES.contains(c);
    }
}
