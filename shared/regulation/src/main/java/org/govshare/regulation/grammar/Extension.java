package org.govshare.regulation.grammar;

import java.util.Optional;
import org.govshare.regulation.document.Basis;

/**
 * How a period may be lengthened.
 *
 * @param upTo at most so much in all, in the clock's unit
 * @param consentedBy name of the party whose consent it takes
 * @param role the role a person of that party needs for consenting, where the text asks for one
 */
public record Extension(int upTo, String consentedBy, Optional<String> role, Basis basis) {}
