package org.govshare.demo;

import org.govshare.platform.identity.Roles;

/**
 * An agency of the registry, and the role of the person who acts for it.
 *
 * @param en may be empty
 */
public record Agency(String code, String zh, String en, String role) {

    /** Somebody who handles its cases 经办人. */
    static Agency of(String code, String zh, String en) {
        return new Agency(code, zh, en, Roles.CLERK);
    }

    /** The same agency, by the head of its sharing office (Decree 809 art. 20). */
    public Agency head() {
        return new Agency(code, zh, en, Roles.LEADER);
    }

    @Override
    public String toString() {
        String name = en.isEmpty() ? zh : en + " " + zh;
        return role.equals(Roles.LEADER) ? name + ", head of the sharing office 共享工作机构负责人" : name;
    }
}
