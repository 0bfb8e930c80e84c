package org.govshare.regulation.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.Limit;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Rank;
import org.govshare.regulation.grammar.ReasonRule;
import org.govshare.regulation.grammar.Rung;

/**
 * A clock while texts are put upon one another. The shortest period counts (the higher text prevails in conflict, a lower
 * one may be stricter: chosen), and so does the shortest total with extension; but a text that is silent on extension does
 * not take away that of a higher one, up to as much as that one gives and never past its total.
 */
final class Stacked {
    private ClockRule rule;
    private final Map<Limit, Rank> limits = new LinkedHashMap<>();

    Stacked(ClockRule rule, Limit own, Pack pack) {
        this.rule = rule;
        limits.put(own, pack.rank());
    }

    ClockRule rule() {
        return rule;
    }

    /**
     * Another text's limit for the same duty, with what its ladder proposes besides.
     *
     * @param reason lets the obligor state why it is late, by that text
     */
    void add(Limit limit, Pack pack, List<Rung> proposals, Optional<ReasonRule> reason) {
        limits.put(limit, pack.rank());
        var ladder = new ArrayList<>(rule.ladder());
        ladder.addAll(proposals);
        rule = rule.climbing(ladder, rule.reason().or(() -> reason));
    }

    EffectiveClock effective() {
        var period = least(
                limits.keySet(), Comparator.comparing(limit -> limit.period().amount()));
        var total = least(caps(), Comparator.comparing(Limit::total));
        var amount = period.period().amount();
        var most = limits.keySet().stream()
                .mapToInt(limit -> limit.mostOver(amount))
                .max()
                .orElse(0);
        var more = Math.min(total.total() - amount, most);
        var extension = limits.keySet().stream()
                .filter(limit -> limit.extension().isPresent())
                .min(Comparator.comparing(limits::get))
                .flatMap(Limit::extension)
                .filter(rules -> more > 0)
                .map(rules ->
                        new Extension(more, rules.toTotal(), rules.consentedBy(), rules.role(), told(), rules.basis()));
        return new EffectiveClock(rule, amount, extension, period, total, List.copyOf(limits.keySet()));
    }

    /** The parties to which one of the texts gives notice of the consent. */
    private List<String> told() {
        return limits.keySet().stream()
                .flatMap(limit -> limit.extension().stream())
                .flatMap(extension -> extension.tells().stream())
                .distinct()
                .toList();
    }

    /** One consent is asked for, that of the highest text: what another text says of whose it takes is not carried. */
    List<Addition> otherConsents() {
        var effective = effective().extension();
        return limits.keySet().stream()
                .flatMap(limit -> limit.extension().stream())
                .filter(other -> effective
                        .filter(rules -> !rules.consentedBy().equals(other.consentedBy())
                                || other.role().isPresent() && !rules.role().equals(other.role()))
                        .isPresent())
                .map(other -> new Addition(other.basis(), consent(other)))
                .toList();
    }

    private Text consent(Extension extension) {
        var by = extension.consentedBy()
                + extension.role().map(role -> " (" + role + ")").orElse("");
        return ActionOverlay.extensionConsent(rule.title(), by);
    }

    /** The limits whose totals bind: all but those silent on extension under a higher text that gives one. */
    private List<Limit> caps() {
        return limits.keySet().stream()
                .filter(limit -> limit.extension().isPresent() || !higherExtends(limit))
                .toList();
    }

    private boolean higherExtends(Limit silent) {
        return limits.entrySet().stream()
                .anyMatch(other -> other.getKey().extension().isPresent()
                        && other.getValue().compareTo(limits.get(silent)) < 0);
    }

    /** The least limit; of equal ones that of the higher text. */
    private Limit least(Iterable<Limit> among, Comparator<Limit> by) {
        var sorted = new ArrayList<Limit>();
        among.forEach(sorted::add);
        sorted.sort(by.thenComparing(limits::get));
        return sorted.get(0);
    }
}
