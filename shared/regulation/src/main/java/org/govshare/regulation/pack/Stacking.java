package org.govshare.regulation.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Covers;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.Limit;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.Rank;

/**
 * Puts the packs that rule the same matter upon one another. The steps are those of the most local text, regulation
 * before measures; where several texts set a period for the same duty, the higher prevails in conflict and a lower one
 * may be stricter (chosen), so that the shortest period counts, and so does the shortest total with extension.
 */
final class Stacking {
    private Stacking() {}

    /** The procedure that these packs give together, or nothing where none of them has its steps. */
    static Optional<EffectiveProcedure> compose(List<Taking> packs, String name) {
        var having = packs.stream()
                .filter(taking -> taking.pack().procedures().containsKey(name))
                .toList();
        return having.stream()
                .filter(taking -> taking.pack().procedures().get(name).opening().isPresent())
                .findFirst()
                .map(frame -> stacked(frame, having, name));
    }

    private static EffectiveProcedure stacked(Taking frame, List<Taking> having, String name) {
        var taking = new ArrayList<Taking>(List.of(frame));
        having.stream().filter(other -> other != frame).forEach(taking::add);
        var packs = taking.stream().map(Taking::pack).toList();
        var procedure = frame.pack().procedures().get(name);
        var refs = taking.stream().map(Taking::ref).toList();
        var clocks = new LinkedHashMap<String, EffectiveClock>();
        var bindingAll = taking.stream()
                .filter(other -> other == frame || !other.obligorOnly())
                .map(Taking::pack)
                .toList();
        procedure.clocks().forEach((duty, rule) -> {
            if (!frame.obligorOnly() || rule.covers() == Covers.OBLIGOR) {
                clocks.put(duty, clock(rule, bindingAll, name));
            }
        });
        var ref = new ProcedureRef(procedure.kind(), procedure.variant(), refs);
        return new EffectiveProcedure(ref, packs, procedure, clocks);
    }

    private static EffectiveClock clock(ClockRule rule, List<Pack> packs, String name) {
        var byRank = new LinkedHashMap<Limit, Rank>();
        for (var pack : packs) {
            limit(pack.procedures().get(name), rule.name()).ifPresent(limit -> byRank.put(limit, pack.rank()));
        }
        var period = least(byRank, Comparator.comparing(limit -> limit.period().amount()));
        var total = least(byRank, Comparator.comparing(Limit::total));
        var more = total.total() - period.period().amount();
        var extension = byRank.keySet().stream()
                .filter(limit -> limit.extension().isPresent())
                .min(Comparator.comparing(byRank::get))
                .flatMap(Limit::extension)
                .filter(rules -> more > 0)
                .map(rules -> new Extension(more, rules.consentedBy(), rules.role(), rules.basis()));
        var amount = period.period().amount();
        return new EffectiveClock(rule, amount, extension, period, total, List.copyOf(byRank.keySet()));
    }

    private static Optional<Limit> limit(Procedure procedure, String duty) {
        return Optional.ofNullable(procedure.limits().get(duty));
    }

    /** The least limit; of equal ones that of the higher text. */
    private static Limit least(Map<Limit, Rank> limits, Comparator<Limit> by) {
        return limits.keySet().stream().min(by.thenComparing(limits::get)).orElseThrow();
    }
}
