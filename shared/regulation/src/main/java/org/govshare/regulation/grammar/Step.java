package org.govshare.regulation.grammar;

import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.document.Text;

/**
 * What a case can be waiting for.
 *
 * @param party name of the party that must act; absent at the end
 * @param closed the case is at an end here, though it may be disputed
 * @param prevails it takes the place of a lower text's step of that name, whose required contents stay
 * @param actions by name, in the order written
 */
public record Step(
        String name,
        Text title,
        Optional<String> party,
        boolean closed,
        boolean prevails,
        Map<String, Action> actions) {

    /** The action that hands the case up the route, at a step that has one. */
    public Optional<Action> climb() {
        return actions.values().stream().filter(Action::climbs).findFirst();
    }
}
