package org.govshare.regulation.procedure;

import java.util.Optional;
import org.govshare.regulation.pack.Text;

/**
 * The command is not lawful and changed nothing.
 *
 * @param field the field at fault, where there is one
 * @param rule the rule that asked for it, where there is one
 */
public record Refusal(Reason reason, Optional<String> field, Optional<RuleRef> rule, Text message) implements Verdict {}
