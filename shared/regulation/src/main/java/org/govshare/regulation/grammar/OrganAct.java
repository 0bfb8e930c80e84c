package org.govshare.regulation.grammar;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.govshare.regulation.document.Basis;

/**
 * What makes a procedure an organ's act about a breach: an order, a circular.
 *
 * @param answers name of the act that rungs propose and this procedure gives, such as {@code order-correction}
 * @param givers the organs that may open it
 * @param breaches what the article lists
 */
public record OrganAct(String answers, List<Giver> givers, List<BreachItem> breaches) {
    public OrganAct {
        givers = List.copyOf(givers);
        breaches = List.copyOf(breaches);
    }

    /**
     * An organ that may act, by the agency that breached its duty.
     *
     * @param breaches names of the listed breaches that it may act about
     */
    public record Giver(Addressee organ, Set<String> breaches, Basis basis) {
        public Giver {
            breaches = Set.copyOf(breaches);
        }
    }

    /** The listed breach of this name. */
    public Optional<BreachItem> breach(String name) {
        return breaches.stream().filter(item -> item.name().equals(name)).findFirst();
    }

    /** The listed breaches that cover lateness with a duty. */
    public List<BreachItem> covering(String kind, String duty) {
        return breaches.stream().filter(item -> item.covers(kind, duty)).toList();
    }
}
