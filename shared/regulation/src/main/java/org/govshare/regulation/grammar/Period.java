package org.govshare.regulation.grammar;

import java.util.regex.Pattern;
import org.govshare.regulation.document.Doc;

/** A length of time as a text of law states it, written {@code 10 working-days} or {@code 6 months}. */
public record Period(int amount, Unit unit) {
    /** Of a clock that ends with a date set by an act. */
    public static final Period UNTIL_DATE = new Period(0, Unit.SET_DATE);

    /** Of a duty that the text wants done promptly and gives no day for. */
    public static final Period PROMPTLY = new Period(0, Unit.PROMPTLY);

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,2}) (\\S+)");

    public static Period read(Doc doc) {
        var matcher = FORM.matcher(doc.text());
        if (!matcher.matches()) {
            throw doc.broken("\"" + doc.text() + "\" is no period", "Write one like 10 working-days");
        }
        for (var unit : Unit.values()) {
            if (unit != Unit.SET_DATE
                    && unit != Unit.PROMPTLY
                    && Doc.nameOf(unit).equals(matcher.group(2))) {
                return new Period(Integer.parseInt(matcher.group(1)), unit);
            }
        }
        throw doc.broken("unknown unit \"" + matcher.group(2) + "\"", "Known: working-days, months");
    }
}
