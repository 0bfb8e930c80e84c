package org.govshare.platform.identity;

import java.util.Set;

/**
 * Who is calling, as the token says and nothing more: region, level and being an authority come from the registry.
 *
 * @param subject the token's {@code sub}; personal data, not to be logged
 * @param agency unified social credit code (统一社会信用代码) of the caller's agency; empty for a person
 * @param roles the token's {@code groups}
 */
public record Caller(String subject, String agency, Set<String> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Whether the caller may act for an agency, rather than only look. */
    public boolean actsForAgency() {
        return !agency.isEmpty()
                && (has(Roles.CLERK) || has(Roles.LEADER) || has(Roles.PRINCIPAL) || has(Roles.PLATFORM));
    }

    /** Name under which this caller's commands are deduplicated: ids of one sender are nothing to another. */
    public String sender() {
        return agency + "/" + subject;
    }
}
