package org.govshare.regulation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "empty | \"\"",
                "space | \" \"",
                "tab and line ends | 9 D A 85 2028 2029",
                "NBSP | A0",
                "narrow NBSP and figure space | 202F 2007",
                "ideographic space | 3000",
                "zero-width space | 200B",
                "zero-width spaces | 200B 200B FEFF 2060",
                "joiners alone | 200C 200D",
                "soft hyphen | AD",
                "direction marks | 200E 200F 202E 202C 2066 2069",
                "invisible operators | 2061 2062 2063 2064",
                "language tags | E0001 E0061 E007F",
                "NUL and controls | 0 1B 9F",
                "half a surrogate pair | D800",
                "variation selectors | FE0E FE0F E0100",
                "Mongolian vowel separator and selector | 180E 180B",
                "Hangul fillers | 115F 1160 3164 FFA0",
                "Khmer inherent vowels | 17B4 17B5",
                "combining grapheme joiner | 34F",
                "braille blank | 2800",
                "object replacement character | FFFC",
                "combining marks alone | 301 20DD 93E",
                "hieroglyphic blank | 13441",
                "null note head | 1D159",
                "noncharacters | FDD0 FFFF 10FFFE",
                "kept free for the ignorable | 2065 FFF0 E0FFF"
            })
    void nothingToSee_isNotStated(String what, String codes) {
        assertEquals(Optional.empty(), VisibleText.of(text(codes)), what);
    }

    @ParameterizedTest
    @CsvSource({
        "Chinese, 6D41 8C03",
        "one letter, 61",
        "a digit, 30",
        "a full stop, 3002",
        "a letter with a mark, 65 301",
        "an emoji, 1F600",
        "an emoji with a variation selector, 2764 FE0F",
        "a family joined by ZWJ, 1F469 200D 1F469 200D 1F467",
        "a flag, 1F1E8 1F1F3",
        "a flag of tags, 1F3F4 E0067 E0062 E007F",
        "a keycap, 31 FE0F 20E3",
        "Hangul from parts, 1100 1161",
        "Devanagari, 915 94D 937",
        "an ideograph of extension B, 20000",
        "an ideograph that Java 17 does not know, 31350",
        "a character for private use, E000",
        "braille with dots, 2801",
        "zero-width space within, 61 200B 62"
    })
    void somethingToSee_isKeptAsItIs(String what, String codes) {
        assertEquals(Optional.of(text(codes)), VisibleText.of(text(codes)), what);
    }

    @Test
    void spacesAtTheEnds_areTakenOff() {
        assertEquals(Optional.of("流调"), VisibleText.of("\uFEFF\u3000 流调\u00a0\u200b\n"));
        assertEquals(Optional.of("a b"), VisibleText.of(" a b\u2060"));
        assertEquals(Optional.of("❤\uFE0F"), VisibleText.of(" ❤\uFE0F "));
    }

    @ParameterizedTest
    @CsvSource({
        "Mongolian free variation selector four, 180F",
        "a mark of Unicode 14, 1ACE",
        "a mark of Unicode 15, 1E08F",
        "marks of Unicode 16, 1E5EE 897",
        "a format character of Unicode 15, 1343F"
    })
    void charactersThatJava17DoesNotKnow_areJudgedAsOnJava25(String what, String codes) {
        assertEquals(Optional.empty(), VisibleText.of(text(codes)), what);
    }

    @Test
    void ignorableCharacters_areAsManyAsUnicodeLists() {
        assertEquals(
                4174,
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(IgnorableCharacters::isIgnorable)
                        .count());
        assertEquals(
                214,
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(IgnorableCharacters::isLaterMark)
                        .count());
    }

    @ParameterizedTest
    @CsvSource({
        "a space before, 20 61, true",
        "a space after, 61 20, true",
        "NBSP, 61 A0, true",
        "ideographic space, 3000 61, true",
        "zero-width space, 61 200B, true",
        "byte order mark, FEFF 61, true",
        "a line end, 61 D, true",
        "soft hyphen, 61 AD, true",
        "Hangul filler, 61 3164, true",
        "braille blank, 2800 61, true",
        "variation selector, 61 FE0F, true",
        "combining grapheme joiner, 61 34F, true",
        "a mark without a base, 301 61, true",
        "an accent at the end, 65 301, false",
        "a space within, 61 20 62, false",
        "Chinese, 6D41 8C03, false",
        "nothing, , false"
    })
    void ends_areSeenOrNot(String what, String codes, boolean unseen) {
        assertEquals(unseen, VisibleText.hasUnseenEnds(codes == null ? "" : text(codes)), what);
    }

    @Test
    void form_statesWhatCanBeSeen() {
        var form = Map.of("reason", "\u200b", "article", "\u00a0", "instrument", " 统计法 ");
        assertEquals(Map.of("instrument", "统计法"), VisibleText.stated(form));
    }

    @Test
    void everyCharacter_isJudgedAsUnicodesPropertiesHaveIt() {
        var nothing =
                Pattern.compile("[\\p{IsWhite_Space}\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{M}\\p{IsNoncharacter_Code_Point}]");
        var something = Pattern.compile("[\\p{IsIdeographic}\\p{N}\\p{P}\\p{Sc}\\p{Sm}\\p{Sk}\\p{Lu}\\p{Ll}\\p{Co}]");
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(c -> {
            var one = Character.toString(c);
            if (nothing.matcher(one).matches() || something.matcher(one).matches()) {
                assertEquals(!nothing.matcher(one).matches(), VisibleText.isIn(one), () -> Integer.toHexString(c));
            }
        });
    }

    private static String text(String codes) {
        var text = new StringBuilder();
        for (var code : codes.isBlank() ? new String[0] : codes.split(" ")) {
            text.appendCodePoint(Integer.parseInt(code, 16));
        }
        return text.isEmpty() ? codes : text.toString();
    }
}
