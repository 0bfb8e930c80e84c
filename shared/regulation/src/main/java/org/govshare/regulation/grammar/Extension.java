package org.govshare.regulation.grammar;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Basis;

/**
 * How a period may be lengthened.
 *
 * @param upTo at most so much in all, in the clock's unit
 * @param toTotal the text says what period and extension come to together (延长至十个工作日), so that a period which another
 *     text shortens may still be lengthened to it
 * @param consentedBy name of the party whose consent it takes
 * @param role the role a person of that party needs for consenting, where the text asks for one
 * @param tells names of the parties that are given notice of the consent
 */
public record Extension(
        int upTo, boolean toTotal, String consentedBy, Optional<String> role, List<String> tells, Basis basis) {
    public Extension {
        tells = List.copyOf(tells);
    }
}
