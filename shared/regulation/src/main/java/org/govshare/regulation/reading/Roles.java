package org.govshare.regulation.reading;

import java.util.Set;

/** The roles of a person within an agency that a pack may ask for. */
final class Roles {
    static final Set<String> ALL = Set.of("clerk", "leader", "principal");

    private Roles() {}
}
