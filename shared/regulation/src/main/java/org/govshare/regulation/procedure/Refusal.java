package org.govshare.regulation.procedure;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Text;

/**
 * The command is not lawful and changed nothing.
 *
 * @param field the field at fault, where there is one
 * @param rule the rule that asked for it, where there is one
 * @param message ends with whose turn it is, without a full stop, where {@code turn} names anybody
 * @param turn credit codes of the agencies that may act instead; they are for parties of the case to know
 */
public record Refusal(Reason reason, Optional<String> field, Optional<RuleRef> rule, Text message, List<String> turn)
        implements Verdict {
    public Refusal {
        turn = List.copyOf(turn);
    }

    Refusal(Reason reason, Optional<String> field, Optional<RuleRef> rule, Text message) {
        this(reason, field, rule, message, List.of());
    }

    /** The same with another message. */
    public Refusal saying(Text other) {
        return new Refusal(reason, field, rule, other, turn);
    }
}
