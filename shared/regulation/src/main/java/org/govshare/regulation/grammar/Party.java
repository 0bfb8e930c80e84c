package org.govshare.regulation.grammar;

import java.util.Optional;
import org.govshare.regulation.document.Basis;

/**
 * A party of a procedure and how it is found.
 *
 * @param of name of the party that it is found by, for {@link PartyStrategy#GOVERNMENT_OF} alone
 */
public record Party(String name, PartyStrategy strategy, Optional<String> of, Basis basis) {}
