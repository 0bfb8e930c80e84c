package org.govshare.regulation.procedure;

import java.util.Map;

/** One command upon a case: the action by its name in the pack, who acts, and what the form said. */
public record Act(String action, Actor actor, Map<String, String> fields) {
    public Act {
        fields = Map.copyOf(fields);
    }
}
