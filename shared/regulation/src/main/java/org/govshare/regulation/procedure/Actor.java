package org.govshare.regulation.procedure;

import java.util.Set;

/**
 * Who acts, as the edge has authenticated it.
 *
 * @param agency credit code of the agency acted for
 * @param roles roles of the person in it, such as {@code clerk} or {@code leader}
 */
public record Actor(String agency, Set<String> roles) {
    /** The role of a caller who acts for an agency but is not of its staff. */
    public static final String CONTRACTOR = "contractor";

    public Actor {
        roles = Set.copyOf(roles);
    }
}
