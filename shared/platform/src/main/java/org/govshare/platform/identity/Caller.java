package org.govshare.platform.identity;

import java.util.Optional;
import java.util.Set;

/**
 * Who is calling: what the token says and, for a contractor, the registry confirms. Region, level and whether the
 * agency is an authority come from the registry.
 *
 * @param subject the token's {@code sub}; personal data, not to be logged
 * @param agency unified social credit code (统一社会信用代码) of the agency the caller acts for; empty for a person, and for a
 *     contractor without its principal's approval
 * @param roles the token's {@code groups}; an approved contractor has the role of a clerk, and no other
 * @param contractor credit code of the contractor (受委托的第三方) that acts for the agency
 * @param identity a person's verified identity
 */
public record Caller(
        String subject,
        String agency,
        Set<String> roles,
        Optional<String> contractor,
        Optional<VerifiedIdentity> identity) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** A caller of an agency's own staff. */
    public Caller(String subject, String agency, Set<String> roles) {
        this(subject, agency, roles, Optional.empty(), Optional.empty());
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Whether the caller may act for an agency, and not only read. */
    public boolean actsForAgency() {
        return !agency.isEmpty()
                && (has(Roles.CLERK) || has(Roles.LEADER) || has(Roles.PRINCIPAL) || has(Roles.PLATFORM));
    }

    /** Whether the caller is the platform's own operator, who acts for no agency and sees operations everywhere. */
    public boolean operatesThePlatform() {
        return agency.isEmpty() && has(Roles.OPERATOR);
    }

    /**
     * The name under which this caller's commands are deduplicated, so that the ids of different senders do not
     * collide. All codes have the same length, so that no subject can form another sender's name.
     */
    public String sender() {
        return contractor.map(code -> code + "@").orElse("") + agency + "/" + subject;
    }
}
