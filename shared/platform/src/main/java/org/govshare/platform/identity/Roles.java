package org.govshare.platform.identity;

import java.util.Set;

/** The roles that a token's {@code groups} may name. */
public final class Roles {
    public static final String CLERK = "clerk";
    public static final String LEADER = "leader";
    public static final String PRINCIPAL = "principal";
    public static final String AUDITOR = "auditor";
    public static final String OPERATOR = "operator";
    public static final String CONTRACTOR = "contractor";
    public static final String PERSON = "person";
    public static final String PLATFORM = "platform";

    /** All roles; other groups of a token are ignored. */
    public static final Set<String> ALL =
            Set.of(CLERK, LEADER, PRINCIPAL, AUDITOR, OPERATOR, CONTRACTOR, PERSON, PLATFORM);

    private Roles() {}
}
