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
 * The query of one request. Its parameters are read strictly: an unknown one is refused, not ignored. It collects all
 * faults, so that a caller gets them at once. Code that reads a parameter calls {@link #check} before it does anything
 * else.
 */
@RequestScoped
public class Query {
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,8}");

    private final List<Violation> violations = new ArrayList<>();

    /** Adds a fault of a parameter, unless the parameter has a fault already. */
    public void refuse(Violation violation) {
        if (!isRefused(violation.pointer())) {
            violations.add(violation);
        }
    }

    private boolean isRefused(String name) {
        return violations.stream().anyMatch(v -> v.pointer().equals(name));
    }

    /**
     * An optional parameter. A parameter that was refused before, such as one with a NUL, is not read.
     *
     * @param given the parameter as it was sent, or null if it was left out
     * @param reading returns an empty result for a value that cannot be read
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

    /** A required parameter with a visible character; otherwise as {@link #value}. */
    public <T> Optional<T> required(String name, String given, Function<String, Optional<T>> reading, Text message) {
        if (given == null || !VisibleText.isIn(given)) {
            refuse(Violation.missing(name));
            return Optional.empty();
        }
        return value(name, given, reading, message);
    }

    /** The {@code after} of a list: the cursor that the page before returned. */
    public <T> Optional<T> after(String given, Function<String, Optional<T>> reading) {
        return value("after", given, reading, PlatformMessages.NOT_ACURSOR);
    }

    /**
     * The {@code limit} of a list.
     *
     * @param usual the default
     * @param most the largest allowed value, inclusive
     */
    public int limit(String given, int usual, int most) {
        return value("limit", given, text -> limit(text, most), PlatformMessages.mustBeWholeNumber(most))
                .orElse(usual);
    }

    /** Only ASCII digits: Java would also read others, such as full-width ones. */
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
