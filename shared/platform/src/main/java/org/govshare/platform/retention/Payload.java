package org.govshare.platform.retention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * A kind of payload that is kept for a period and then erased; the operator sets the periods. The module that owns its
 * tables declares it, and Java's {@link ServiceLoader} finds it: the code that erases knows no table.
 */
public interface Payload {

    /** What it is called in the trail and on the command line, such as {@code answers}: small letters. */
    String name();

    /** How long it is kept unless the operator says otherwise: days, such as {@code 180d}. */
    String defaultPeriod();

    /**
     * Erases a bounded slice. Its values are {@code :before}, the moment before which things are old, {@code :most}, the
     * most rows of the slice, and, where it needs it, {@code :wall_now}, the moment of erasing. It returns for each row the case
     * concerned, or null for all of them.
     */
    String statement();

    /** The environment's name for the period: {@code off} keeps it for good. */
    default String setting() {
        return "GOVSHARE_KEEP_" + name().toUpperCase(Locale.ROOT);
    }

    /**
     * Those whose modules are on the class path, by name.
     *
     * @throws IllegalStateException when two have one name
     */
    static List<Payload> all() {
        return declared(ServiceLoader.load(Payload.class));
    }

    /** {@link #all()} of those that are given. */
    static List<Payload> declared(Iterable<Payload> payloads) {
        Set<String> names = new HashSet<>();
        List<Payload> all = new ArrayList<>();
        for (Payload payload : payloads) {
            if (!names.add(payload.name())) {
                throw new IllegalStateException("two kinds of payload are called " + payload.name());
            }
            all.add(payload);
        }
        all.sort(Comparator.comparing(Payload::name));
        return List.copyOf(all);
    }
}
