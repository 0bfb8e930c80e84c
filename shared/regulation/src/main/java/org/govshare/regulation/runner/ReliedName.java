package org.govshare.regulation.runner;

/**
 * A name of packs that a function's code goes by: a pack that means the same must call it so.
 *
 * @param kind what bears the name
 * @param use what the code does with it, for authors of packs
 */
public record ReliedName(Kind kind, String name, String use) {

    /** What in a pack bears a name that code goes by. */
    public enum Kind {
        FIELD,
        PARTY
    }

    public static ReliedName field(String name, String use) {
        return new ReliedName(Kind.FIELD, name, use);
    }

    public static ReliedName party(String name, String use) {
        return new ReliedName(Kind.PARTY, name, use);
    }
}
