package org.govshare.standalone;

/** What {@code --role} takes: the roles that a token's {@code groups} may name, as they are written there. */
enum Role {
    clerk,
    leader,
    principal,
    auditor,
    operator,
    contractor,
    person,
    platform
}
