package org.govshare.regulation.pack;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.Limit;

/**
 * A clock as all packs in force together set it: the shortest period, and the shortest total with extension.
 *
 * @param rule of the pack that gives the steps
 * @param period in the rule's unit
 * @param extension how the period may be lengthened up to the shortest total; absent where that is the period itself
 * @param periodSetBy the pack's limit that made the period
 * @param totalSetBy the pack's limit that made the total
 * @param limits of all packs that set this duty, the rule's own first
 */
public record EffectiveClock(
        ClockRule rule,
        int period,
        Optional<Extension> extension,
        Limit periodSetBy,
        Limit totalSetBy,
        List<Limit> limits) {
    public EffectiveClock {
        limits = List.copyOf(limits);
    }

    public String name() {
        return rule.name();
    }

    /** The period that one text gives, in the rule's unit; the period of all together where it gives none. */
    public int periodUnder(String pack) {
        return limits.stream()
                .filter(limit -> limit.basis().pack().equals(pack))
                .mapToInt(limit -> limit.period().amount())
                .min()
                .orElse(period);
    }

    /** The limits of texts that would give a longer period. */
    public List<Limit> gaveWayInPeriod() {
        return limits.stream().filter(limit -> limit.period().amount() > period).toList();
    }

    /** The limits of texts that would give more in all, with extension. */
    public List<Limit> gaveWayInTotal() {
        return limits.stream().filter(limit -> limit.total() > total()).toList();
    }

    /** Period and longest extension together. */
    public int total() {
        return period + extension.map(Extension::upTo).orElse(0);
    }
}
