package org.govshare.platform.retention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * A kind of payload that is kept for a period and then erased; the operator sets the periods. The module that owns the
 * tables declares it, and Java's {@link ServiceLoader} finds it, so that the code that erases knows no table.
 */
public interface Payload {

    /** Its name in the trail and on the command line, such as {@code answers}, in lower-case letters. */
    String name();

    /** How long it is kept by default: days, such as {@code 180d}. */
    String defaultPeriod();

    /**
     * The statement that erases a bounded slice. Its values are {@code :before}, the moment before which rows are old,
     * {@code :most}, the largest number of rows of the slice, and, if it needs it, {@code :wall_now}, the moment of erasing.
     * It returns the case of each row, or null for all of them.
     */
    String statement();

    /** What it holds that texts of law want kept for a time, by the name that packs have for it, such as {@code use-records}. */
    default Set<String> keptByLaw() {
        return Set.of();
    }

    /** The environment variable for the period; {@code off} keeps the payload for ever. */
    default String setting() {
        return "GOVSHARE_KEEP_" + name().toUpperCase(Locale.ROOT);
    }

    /**
     * All payloads whose modules are on the class path, by name.
     *
     * @throws IllegalStateException when two have one name
     */
    static List<Payload> all() {
        return declared(ServiceLoader.load(Payload.class));
    }

    /** {@link #all()} for the given ones. */
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
