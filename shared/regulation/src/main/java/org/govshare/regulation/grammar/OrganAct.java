package org.govshare.regulation.grammar;

import java.util.List;
import java.util.Optional;
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

    /** An organ that may act, by the agency that breached its duty. */
    public record Giver(Addressee organ, Basis basis) {}

    /** The listed breach of this name. */
    public Optional<BreachItem> breach(String name) {
        return breaches.stream().filter(item -> item.name().equals(name)).findFirst();
    }

    /** The first listed breach that covers lateness with a duty. */
    public Optional<BreachItem> covering(String kind, String duty) {
        return breaches.stream().filter(item -> item.covers(kind, duty)).findFirst();
    }
}
