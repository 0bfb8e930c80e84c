package org.govshare.standalone.law;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.explanation.PackWords;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.Limit;
import org.govshare.regulation.pack.EffectiveClock;

/** What a ruling says of a clock, as {@code GET /law/ruling} does: period and total, who set each, and who gave way. */
final class ClockLines {
    private final EffectiveClock clock;
    private final Locale language;
    /** What was chosen is printed once for each rule. */
    private final Set<Basis> told = new HashSet<>();

    ClockLines(EffectiveClock clock, Locale language) {
        this.clock = clock;
        this.language = language;
    }

    String text() {
        String name = String.format(Locale.ROOT, "  %-12s ", clock.name());
        if (clock.rule().until().isPresent()) {
            return name + words("至行为所定日期", "by the date that the act sets")
                    + source(clock.rule().basis()) + "\n";
        }
        StringBuilder text = new StringBuilder(name)
                .append(String.format(Locale.ROOT, "%3d %s", clock.period(), unit()))
                .append(source(clock.periodSetBy().basis()))
                .append('\n');
        clock.gaveWayInPeriod()
                .forEach(limit -> text.append(gaveWay(limit.period().amount(), limit)));
        clock.extension().ifPresent(extension -> text.append(extension(extension)));
        List<Limit> longer = clock.gaveWayInTotal();
        if (clock.extension().isPresent() || !longer.isEmpty()) {
            text.append(line(words("合计不超过 ", "in all at most ") + clock.total() + " " + unit(), clock.totalSetBy()));
            longer.forEach(limit -> text.append(gaveWay(limit.total(), limit)));
        }
        return text.toString();
    }

    private String extension(Extension extension) {
        String by = extension.consentedBy();
        String more = words("可延长至多 ", "extensible by ")
                + extension.upTo()
                + words("，须经同意：" + by, ", consented by " + by)
                + extension.role().map(role -> " (" + role + ")").orElse("");
        return "      " + more + source(extension.basis()) + "\n";
    }

    private String gaveWay(int amount, Limit limit) {
        return line(words("让位：", "gave way: ") + amount + " " + unit(), limit);
    }

    private String line(String what, Limit limit) {
        return "      " + what + source(limit.basis()) + "\n";
    }

    private String unit() {
        return PackWords.unit(clock.rule().period().unit()).in(language).replace(' ', '-');
    }

    private String words(String zh, String en) {
        return new Text(zh, en).in(language);
    }

    /** The text and its article, and what was chosen where it is open. */
    private String source(Basis basis) {
        String chosen = basis.note()
                .filter(note -> told.add(basis))
                .map(note -> words("；所选：", "; chosen: ") + note.in(language))
                .orElse("");
        return "  [" + basis.pack() + " " + words(basis.articleZh(), basis.articleEn()) + chosen + "]";
    }
}
