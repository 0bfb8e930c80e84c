package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.govshare.platform.identity.Caller;
import org.govshare.registry.Agency;
import org.govshare.registry.Registry;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Refusal;

/** Names to a party of a case the agencies whose turn it is; other readers of the case get the name of the party only. */
@ApplicationScoped
class WhoseTurn {
    private final Registry registry;

    WhoseTurn(Registry registry) {
        this.registry = registry;
    }

    /** The refusal as the caller may read it. */
    Refusal toldTo(Caller caller, CaseState state, Refusal refusal) {
        boolean party = state.parties().values().stream().anyMatch(agencies -> agencies.contains(caller.agency()));
        if (!party || refusal.turn().isEmpty()) {
            return refusal;
        }
        List<Agency> agencies = refusal.turn().stream()
                .flatMap(code -> registry.agency(code).stream())
                .toList();
        if (agencies.isEmpty()) {
            return refusal;
        }
        return refusal.saying(new Text(
                refusal.message().zh() + "："
                        + agencies.stream().map(Agency::name).collect(Collectors.joining("、")),
                refusal.message().en() + ": "
                        + agencies.stream().map(Agency::nameEn).collect(Collectors.joining(", "))));
    }
}
