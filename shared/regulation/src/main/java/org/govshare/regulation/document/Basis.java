package org.govshare.regulation.document;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a rule rests on.
 *
 * @param pack id of the pack
 * @param article as cited, without the law's name: {@code 15 para. 3}, {@code 30 (5)}, {@code ch. 3 para. 11 (2)}
 * @param chosen the text leaves it open and we chose
 * @param note what was chosen and why, where it was
 */
public record Basis(String pack, String article, boolean chosen, Optional<Text> note) {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d+)|ch\\. (\\d+))(?: para\\. (\\d+))?(?: \\((\\d+)\\))?");

    /** Reads {@code article}, which must be there, and {@code chosen}, which says what was chosen. */
    public static Basis read(String pack, Doc doc) {
        var article = doc.get("article");
        if (!FORM.matcher(article.text()).matches()) {
            throw article.broken(
                    "\"" + article.text() + "\" cites no article",
                    "Write one like \"15\", \"15 para. 3\", \"30 (5)\" or \"ch. 3 para. 11 (2)\"");
        }
        var note = doc.find("chosen").map(Text::read);
        return new Basis(pack, article.text(), note.isPresent(), note);
    }

    /** The article as Chinese law cites it: 第15条第3款. */
    public String articleZh() {
        var matcher = FORM.matcher(article);
        if (!matcher.matches()) {
            return article;
        }
        var text = new StringBuilder();
        append(text, matcher.group(1), "条");
        append(text, matcher.group(2), "章");
        append(text, matcher.group(3), "款");
        append(text, matcher.group(4), "项");
        return text.toString();
    }

    /** The article as English text cites it: art. 15 para. 3. */
    public String articleEn() {
        return article.startsWith("ch.") ? article : "art. " + article;
    }

    private static void append(StringBuilder text, String number, String unit) {
        if (number != null) {
            text.append("第").append(number).append(unit);
        }
    }
}
