package org.govshare.regulation.procedure;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.text.VisibleText;

/**
 * The wish of an agency to open a case, or of an organ to act about a breach: one that a late clock shows, or, without
 * one, one that it has found itself.
 *
 * @param requester credit code of the agency that opens it
 * @param provider credit code of the agency whose data it is about, or whose breach
 * @param fields what the form states that can be seen, by field name
 * @param breach the late clock that an organ acts about
 * @param grant the grant that it is about, where it is about one
 * @param roles of the person who opens it, in the requester
 */
public record Opening(
        UUID caseId,
        Matter matter,
        String requester,
        String provider,
        Map<String, String> fields,
        Optional<Breach> breach,
        Optional<OnGrant> grant,
        Set<String> roles) {
    public Opening {
        fields = VisibleText.stated(fields);
        roles = Set.copyOf(roles);
    }

    /** Who opens it. */
    public Actor actor() {
        return new Actor(requester, roles);
    }

    /** The wish to open a case that is about no grant. */
    public Opening(
            UUID caseId,
            Matter matter,
            String requester,
            String provider,
            Map<String, String> fields,
            Optional<Breach> breach,
            Set<String> roles) {
        this(caseId, matter, requester, provider, fields, breach, Optional.empty(), roles);
    }

    /** Who takes the data, whose law counts together with the provider's: the grant's grantee, or who opens the case. */
    public String taker() {
        return grant.map(OnGrant::grantee).orElse(requester);
    }

    /** The wish to open a case that is about no late clock. */
    public Opening(UUID caseId, Matter matter, String requester, String provider, Map<String, String> fields) {
        this(caseId, matter, requester, provider, fields, Optional.empty(), Optional.empty(), Set.of());
    }
}
