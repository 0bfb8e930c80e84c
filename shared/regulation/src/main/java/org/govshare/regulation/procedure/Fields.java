package org.govshare.regulation.procedure;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.BreachItem;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.pack.EffectiveProcedure;

/** What an action must state, and whether it does. */
final class Fields {
    private static final String OPEN = "open";
    private static final int DATE_LENGTH = 10;

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
            missingItems(facts).stream()
                    .filter(item ->
                            fields.stream().noneMatch(field -> field.name().equals(item.name())))
                    .forEach(fields::add);
        }
        return fields;
    }

    /** The refusal for the first field that is missing, can't be what it must be, or is not known to the action. */
    Optional<Refusal> check(Action action, Map<String, String> facts, Map<String, String> stated, LocalDate today) {
        var required = required(action, facts);
        for (var field : required) {
            if (!stated.containsKey(field.name())) {
                return Optional.of(refusals.missing(field));
            }
        }
        var known = Stream.concat(required.stream(), action.mayState().stream()).toList();
        for (var field : known) {
            if (stated.containsKey(field.name()) && !fits(field, stated.get(field.name()), today)) {
                return Optional.of(refusals.invalid(field, form(field, today)));
            }
        }
        var about = procedure.procedure();
        var vetted = action.name().equals(OPEN) && about.organAct().isEmpty() && !about.isOnGrant();
        return vetted ? Optional.empty() : unknown(action, known, stated);
    }

    /**
     * The caller may not slip in another field: it could widen what an earlier action has granted. What an opening
     * states besides is for the function that takes it to vet, unless an organ opens it or it is about a grant.
     */
    private Optional<Refusal> unknown(Action action, List<Field> known, Map<String, String> stated) {
        var names = known.stream().map(Field::name).toList();
        return stated.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .findFirst()
                .map(name -> refusals.unknown(name, names, action.basis()));
    }

    /** The effects that the stated values bring. */
    Stream<String> effects(Action action, Map<String, String> stated) {
        return Stream.concat(action.requires().stream(), action.mayState().stream())
                .filter(field -> field.kind() == Field.Kind.ONE_OF && stated.containsKey(field.name()))
                .flatMap(field -> field.options().get(stated.get(field.name())).stream());
    }

    private boolean fits(Field field, String value, LocalDate today) {
        return switch (field.kind()) {
            case TEXT, FINDING -> true;
            case DATE -> date(value).isPresent();
            case FUTURE_DATE ->
                date(value)
                        .filter(date -> date.isAfter(today) && !date.isAfter(last(today)))
                        .isPresent();
            case PAST_DATE ->
                date(value)
                        .filter(date -> !date.isAfter(today) && !date.isBefore(first(today)))
                        .isPresent();
            case ONE_OF -> field.options().containsKey(value);
            case OPENING_FIELD -> openingField(value).isPresent();
            case OPENING_FIELDS -> namesOpeningFields(value);
            case BREACH ->
                procedure
                        .procedure()
                        .organAct()
                        .flatMap(act -> act.breach(value))
                        .isPresent();
        };
    }

    /** What the value must be, with its bounds or all that it can be. */
    private Text form(Field field, LocalDate today) {
        return switch (field.kind()) {
            case TEXT, FINDING -> RefusalMessages.TEXT;
            case DATE -> RefusalMessages.DATE;
            case FUTURE_DATE -> RefusalMessages.dateBetween(today.plusDays(1), last(today));
            case PAST_DATE -> RefusalMessages.dateBetween(first(today), today);
            case ONE_OF -> oneOf(field.options().keySet().stream());
            case OPENING_FIELD -> oneOf(openingFields().map(Field::name));
            case OPENING_FIELDS ->
                RefusalMessages.someOf(openingFields().map(Field::name).toList());
            case BREACH ->
                oneOf(procedure.procedure().organAct().stream()
                        .flatMap(act -> act.breaches().stream())
                        .map(BreachItem::name));
        };
    }

    private static Text oneOf(Stream<String> values) {
        var all = values.toList();
        return RefusalMessages.oneOf(all);
    }

    private static LocalDate last(LocalDate today) {
        return today.plusYears(Field.MOST_YEARS);
    }

    private static LocalDate first(LocalDate today) {
        return today.minusYears(Field.MOST_YEARS);
    }

    /** A date with a year of four digits. */
    static Optional<LocalDate> date(String value) {
        if (value.length() != DATE_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Optional<Field> openingField(String name) {
        return openingFields().filter(field -> field.name().equals(name)).findFirst();
    }

    private Stream<Field> openingFields() {
        return procedure.procedure().opening().stream().flatMap(opening -> opening.requires().stream());
    }

    private boolean namesOpeningFields(String value) {
        var names = names(value);
        return !names.isEmpty()
                && names.stream().allMatch(name -> openingField(name).isPresent());
    }

    private static List<String> names(String value) {
        return Stream.of(value.split("[,，、]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The opening fields that an earlier action named as missing. */
    private List<Field> missingItems(Map<String, String> facts) {
        return procedure.procedure().steps().values().stream()
                .flatMap(step -> step.actions().values().stream())
                .flatMap(action -> action.requires().stream())
                .filter(field -> field.kind() == Field.Kind.OPENING_FIELD || field.kind() == Field.Kind.OPENING_FIELDS)
                .flatMap(field -> Optional.ofNullable(facts.get(field.name())).stream())
                .limit(1)
                .flatMap(value -> names(value).stream())
                .flatMap(name -> openingField(name).stream())
                .toList();
    }
}
