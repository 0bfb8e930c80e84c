package org.govshare.regulation.grammar;

import java.util.Optional;
import org.govshare.regulation.document.Basis;

/**
 * A text by which lateness with a duty is a breach only without a just reason (正当理由), which the obligor may state.
 *
 * @param role the role a person of the obligor needs for it, where the text asks for one
 */
public record ReasonRule(Optional<String> role, Basis basis) {}
