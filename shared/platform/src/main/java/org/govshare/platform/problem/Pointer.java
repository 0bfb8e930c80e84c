package org.govshare.platform.problem;

import java.util.regex.Pattern;

/** JSON Pointers (RFC 6901) in a form that an answer can contain: without NUL and halves of surrogate pairs. */
public final class Pointer {
    private static final Pattern UNSAYABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private Pointer() {}

    /** A member's name as a reference token. */
    public static String token(String name) {
        return clean(name).replace("~", "~0").replace("/", "~1");
    }

    public static String clean(String text) {
        return UNSAYABLE.matcher(text).replaceAll("");
    }
}
