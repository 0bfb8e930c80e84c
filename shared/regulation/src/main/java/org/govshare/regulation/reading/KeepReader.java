package org.govshare.regulation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.KeepRule;

/** Reads {@code keep}: what a text wants kept, and how long at least. */
final class KeepReader {
    private static final Pattern YEARS = Pattern.compile("([1-9]\\d?) years");

    private KeepReader() {}

    static List<KeepRule> rules(String pack, Doc header) {
        var rules = new ArrayList<KeepRule>();
        header.find("keep")
                .ifPresent(keep -> keep.entries(Doc.nameOf(KeepRule.Kept.USE_RECORDS))
                        .forEach((name, rule) -> {
                            rule.entries("at-least", "article", "chosen");
                            rules.add(new KeepRule(
                                    KeepRule.Kept.USE_RECORDS, years(rule.get("at-least")), Basis.read(pack, rule)));
                        }));
        return rules;
    }

    private static int years(Doc least) {
        var matcher = YEARS.matcher(least.text());
        if (!matcher.matches()) {
            throw least.broken("\"" + least.text() + "\" is no number of years", "Write one like 3 years");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
