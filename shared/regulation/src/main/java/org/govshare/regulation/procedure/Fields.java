package org.govshare.regulation.procedure;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.pack.EffectiveProcedure;

/** What an action must state, and whether it does. */
final class Fields {
    private final EffectiveProcedure procedure;
    private final Refusals refusals;

    Fields(EffectiveProcedure procedure, Refusals refusals) {
        this.procedure = procedure;
        this.refusals = refusals;
    }

    /** The fields an action requires in a case with these facts. */
    List<Field> required(Action action, Map<String, String> facts) {
        var fields = new ArrayList<>(action.requires());
        if (action.completes()) {
            missingItem(facts).ifPresent(fields::add);
        }
        return fields;
    }

    /** The refusal for the first field that is missing or can't be what it must be. */
    Optional<Refusal> check(Action action, Map<String, String> facts, Map<String, String> stated) {
        for (var field : required(action, facts)) {
            var value = stated.getOrDefault(field.name(), "");
            if (value.isBlank()) {
                return Optional.of(refusals.missing(field));
            }
            if (!fits(field, value)) {
                return Optional.of(refusals.invalid(field));
            }
        }
        return Optional.empty();
    }

    /** The effects that the stated values bring. */
    Stream<String> effects(Action action, Map<String, String> stated) {
        return action.requires().stream()
                .filter(field -> field.kind() == Field.Kind.ONE_OF)
                .flatMap(field -> field.options().get(stated.get(field.name())).stream());
    }

    private boolean fits(Field field, String value) {
        return switch (field.kind()) {
            case TEXT -> true;
            case DATE -> isDate(value);
            case ONE_OF -> field.options().containsKey(value);
            case OPENING_FIELD -> openingField(value).isPresent();
        };
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private Optional<Field> openingField(String name) {
        return procedure.procedure().opening().stream()
                .flatMap(opening -> opening.requires().stream())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /** The opening field that an earlier action named as missing. */
    private Optional<Field> missingItem(Map<String, String> facts) {
        return procedure.procedure().steps().values().stream()
                .flatMap(step -> step.actions().values().stream())
                .flatMap(action -> action.requires().stream())
                .filter(field -> field.kind() == Field.Kind.OPENING_FIELD)
                .flatMap(field -> Optional.ofNullable(facts.get(field.name())).stream())
                .flatMap(name -> openingField(name).stream())
                .findFirst();
    }
}
