package org.govshare.regulation.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Party;
import org.govshare.regulation.grammar.PartyStrategy;

/**
 * The parties of another text among those of the frame: one that both find in the same way is one party, any other comes
 * in under a name of its own and is found by the text that states it.
 */
final class PartyNames {
    private final Pack upper;
    private final Map<String, Party> theirs;
    private final Map<String, Party> merged;

    PartyNames(Pack upper, Map<String, Party> theirs, Map<String, Party> ours) {
        this.upper = upper;
        this.theirs = theirs;
        this.merged = new LinkedHashMap<>(ours);
    }

    Map<String, Party> merged() {
        return merged;
    }

    /** The name here of a party of theirs; it comes in when it is not here yet. */
    String of(String name) {
        var party = theirs.get(name);
        return found(party).orElseGet(() -> {
            var of = party.of().map(this::of);
            var free = merged.containsKey(name) ? name + "." + upper.id() : name;
            merged.put(free, new Party(free, party.strategy(), of, party.basis()));
            return free;
        });
    }

    /** Whether a party of ours is the same as one of theirs. */
    boolean same(String ours, String name) {
        return found(theirs.get(name)).filter(ours::equals).isPresent();
    }

    private Optional<String> found(Party party) {
        var here = merged.get(party.name());
        if (here != null && same(here, party)) {
            return Optional.of(here.name());
        }
        return merged.values().stream()
                .filter(ours -> same(ours, party))
                .map(Party::name)
                .findFirst();
    }

    /** The authority of a pack's own region is another's where another pack names it. */
    private boolean same(Party ours, Party other) {
        return ours.strategy() == other.strategy()
                && ours.of().equals(other.of().flatMap(name -> found(theirs.get(name))))
                && (ours.strategy() != PartyStrategy.AUTHORITY_OF_PACK
                                && ours.strategy() != PartyStrategy.AUTHORITIES_UPWARDS
                                && ours.strategy() != PartyStrategy.LAST_AUTHORITY_UPWARDS
                        || ours.basis().pack().equals(other.basis().pack()));
    }
}
