package org.govshare.registry;

import java.util.Locale;
import java.util.stream.Stream;
import org.govshare.regulation.organ.BodyKind;

/** The words for kinds of bodies in the CSV files and in the database, such as {@code other-state-organ}. */
public final class BodyKinds {

    private BodyKinds() {}

    public static String code(BodyKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this word; throws for any other word. */
    public static BodyKind of(String code) {
        return Stream.of(BodyKind.values())
                .filter(kind -> code(kind).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of the kinds of bodies: " + code));
    }
}
