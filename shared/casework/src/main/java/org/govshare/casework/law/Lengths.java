package org.govshare.casework.law;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.govshare.casework.law.RulingView.LengthView;
import org.govshare.casework.law.RulingView.SourceView;
import org.govshare.regulation.grammar.Limit;

/** Tells for one measure of the packs' limits, the period or the total, who set it and who gave way. */
record Lengths(ToIntFunction<Limit> measure, Locale language) {

    LengthView of(int amount, Limit setBy, List<Limit> gaveWay) {
        return new LengthView(
                amount, source(setBy), gaveWay.stream().map(this::source).toList());
    }

    private SourceView source(Limit limit) {
        String chosen = limit.basis().note().map(note -> note.in(language)).orElse(null);
        return new SourceView(limit.basis().pack(), limit.basis().article(), measure.applyAsInt(limit), chosen);
    }
}
