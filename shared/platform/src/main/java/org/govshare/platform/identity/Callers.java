package org.govshare.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Makes the caller of a verified token. A contractor acts only as a clerk of the agency that it names, if that agency's
 * approval is on file; the packs say what it may not do. A person acts for no agency, whatever else the token claims.
 */
@ApplicationScoped
public class Callers {
    private static final Set<String> CONTRACTED_CLERK = Set.of(Roles.CONTRACTOR, Roles.CLERK);

    private final Contractors contractors;

    Callers(Contractors contractors) {
        this.contractors = contractors;
    }

    /** Empty for a token without a subject. */
    public Optional<Caller> of(JsonWebToken token) {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            return Optional.empty();
        }
        Set<String> groups = Optional.ofNullable(token.getGroups()).orElse(Set.of());
        if (groups.contains(Roles.CONTRACTOR)) {
            return Optional.of(contractor(token, subject));
        }
        if (groups.contains(Roles.PERSON)) {
            return Optional.of(new Caller(subject, "", Set.of(Roles.PERSON), Optional.empty(), identity(token)));
        }
        return Optional.of(new Caller(subject, text(token, Claims.AGENCY), groups));
    }

    private Caller contractor(JsonWebToken token, String subject) {
        String code = text(token, Claims.AGENCY);
        String principal = text(token, Claims.ON_BEHALF_OF);
        boolean approved = !code.isEmpty() && !principal.isEmpty() && contractors.approved(code, principal);
        return new Caller(
                subject,
                approved ? principal : "",
                approved ? CONTRACTED_CLERK : Set.of(Roles.CONTRACTOR),
                Optional.of(code).filter(given -> !given.isEmpty()),
                Optional.empty());
    }

    private static Optional<VerifiedIdentity> identity(JsonWebToken token) {
        String type = text(token, Claims.IDENTITY_TYPE);
        String hash = text(token, Claims.IDENTITY_HASH);
        return type.isEmpty() || hash.isEmpty() ? Optional.empty() : Optional.of(new VerifiedIdentity(type, hash));
    }

    private static String text(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof String text ? text : "";
    }
}
