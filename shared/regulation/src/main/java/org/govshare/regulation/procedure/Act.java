package org.govshare.regulation.procedure;

import java.util.Map;
import org.govshare.regulation.text.VisibleText;

/** One command upon a case: the action by its name in the pack, who acts, and what the form states that can be seen. */
public record Act(String action, Actor actor, Map<String, String> fields) {
    public Act {
        fields = VisibleText.stated(fields);
    }
}
