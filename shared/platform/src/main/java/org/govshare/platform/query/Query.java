package org.govshare.platform.query;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.text.VisibleText;

/**
 * The query of one request, whose parameters are read strictly: one that means nothing is refused, not ignored. It gathers
 * all faults, so that a caller learns of them at once. Code that reads a parameter calls {@link #check} before it does
 * anything else.
 */
@RequestScoped
public class Query {
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,8}");

    private final List<Violation> violations = new ArrayList<>();

    /** Adds what is wrong with one parameter, unless something was found wrong with it before. */
    public void refuse(Violation violation) {
        if (!isRefused(violation.pointer())) {
            violations.add(violation);
        }
    }

    private boolean isRefused(String name) {
        return violations.stream().anyMatch(v -> v.pointer().equals(name));
    }

    /**
     * A parameter that may be left out. One that was refused before, such as one that holds a NUL, is not read.
     *
     * @param given the parameter as it came, or null when it was left out
     * @param reading gives an empty result for what cannot be read
     */
    public <T> Optional<T> value(String name, String given, Function<String, Optional<T>> reading, Text message) {
        if (given == null || isRefused(name)) {
            return Optional.empty();
        }
        Optional<T> value = reading.apply(given);
        if (value.isEmpty()) {
            refuse(Violation.invalid(name, message));
        }
        return value;
    }

    /** A parameter that must be there, with something to see in it; else as {@link #value}. */
    public <T> Optional<T> required(String name, String given, Function<String, Optional<T>> reading, Text message) {
        if (given == null || !VisibleText.isIn(given)) {
            refuse(Violation.missing(name));
            return Optional.empty();
        }
        return value(name, given, reading, message);
    }

    /** The {@code after} of a list: the cursor that the page before gave. */
    public <T> Optional<T> after(String given, Function<String, Optional<T>> reading) {
        return value("after", given, reading, PlatformMessages.NOT_ACURSOR);
    }

    /**
     * The {@code limit} of a list.
     *
     * @param usual what holds when it was left out
     * @param most the largest that is taken, inclusive
     */
    public int limit(String given, int usual, int most) {
        return value("limit", given, text -> limit(text, most), PlatformMessages.mustBeWholeNumber(most))
                .orElse(usual);
    }

    /** In ASCII digits alone: Java would read others, such as full-width ones, too. */
    private static Optional<Integer> limit(String text, int most) {
        return LIMIT.matcher(text).matches()
                ? Optional.of(Integer.valueOf(text)).filter(wanted -> wanted <= most)
                : Optional.empty();
    }

    /** Refuses the query with all faults found, unknown parameters included; does nothing if there are none. */
    public void check() {
        if (!violations.isEmpty()) {
            throw Problem.fields(violations).asException();
        }
    }
}
