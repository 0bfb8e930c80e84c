package org.govshare.regulation.procedure;

import java.util.List;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.explanation.PackWords;
import org.govshare.regulation.pack.Unbound;

/** Says that no text governs a matter, which texts have such a procedure, and why each of them does not bind its parties. */
public final class NoLaw {
    private NoLaw() {}

    static Refusal refusal(List<Unbound> texts) {
        return Refusals.plain(Reason.NO_LAW, words(texts));
    }

    /** @param texts that have such a procedure and do not bind all parties */
    public static Text words(List<Unbound> texts) {
        return texts.isEmpty()
                ? RefusalMessages.NO_LAW
                : RefusalMessages.noLaw(texts.stream().map(NoLaw::why).toList());
    }

    /** Why a text does not bind a party. */
    public static Text why(Unbound unbound) {
        var title = unbound.pack().title();
        var region = unbound.party().region();
        if (!unbound.byKind()) {
            return RefusalMessages.doesNotReach(title, region);
        }
        return RefusalMessages.doesNotBind(
                title, PackWords.kindOfBody(unbound.party().kind()), region);
    }
}
