package org.govshare.registry.load;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.govshare.registry.Validity;
import org.govshare.regulation.text.VisibleText;

/** One line of a CSV file. If a value is wrong, its reader notes a fault and returns a substitute. */
final class Row {
    private static final int LENGTH_OF_A_DAY = "2023-01-01".length();

    private final String file;
    private final long line;
    private final Map<String, String> values;
    private final List<LoadFault> faults;

    Row(String file, long line, Map<String, String> values, List<LoadFault> faults) {
        this.file = file;
        this.line = line;
        this.values = values;
        this.faults = faults;
    }

    String text(String column) {
        Optional<String> value = optional(column);
        if (value.isEmpty()) {
            fault(column, "is missing");
        }
        return value.orElse("");
    }

    /** The value without white space at its ends; empty if it has no visible character. */
    Optional<String> optional(String column) {
        return VisibleText.of(values.getOrDefault(column, ""));
    }

    String matching(String column, Pattern form, String what) {
        String value = text(column);
        if (!value.isEmpty() && !form.matcher(value).matches()) {
            fault(column, "'" + value + "' is not " + what);
        }
        return value;
    }

    /** The value of this word; if there is none, notes a fault and returns the first choice. */
    <T> T choice(String column, List<T> choices, Function<T, String> word) {
        String value = text(column);
        for (T choice : choices) {
            if (word.apply(choice).equals(value)) {
                return choice;
            }
        }
        if (!value.isEmpty()) {
            fault(
                    column,
                    "'" + value + "' is none of " + choices.stream().map(word).toList());
        }
        return choices.get(0);
    }

    /** The day; {@link LocalDate#MAX} if there is none. */
    LocalDate end(String column) {
        return day(column, optional(column).orElse(""), LocalDate.MAX);
    }

    LocalDate day(String column) {
        return day(column, text(column), LocalDate.MIN);
    }

    Validity validity() {
        return validity(day("valid_from", optional("valid_from").orElse(""), LocalDate.MIN));
    }

    /** A period; its first day is required. */
    Validity validitySince(String first) {
        return validity(day(first));
    }

    private Validity validity(LocalDate from) {
        LocalDate until = end("valid_to");
        if (!from.isBefore(until)) {
            fault("valid_to", "is not after the first day");
            return Validity.ALWAYS;
        }
        return new Validity(from, until);
    }

    private LocalDate day(String column, String value, LocalDate whenEmpty) {
        try {
            if (value.isEmpty()) {
                return whenEmpty;
            }
            if (value.length() == LENGTH_OF_A_DAY) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeParseException e) {
            // The code below reports this, as it reports a day of another length.
        }
        fault(column, "'" + value + "' is not a day such as 2023-01-01");
        return whenEmpty;
    }

    void fault(String column, String message) {
        faults.add(new LoadFault(file, line, column, message));
    }
}
