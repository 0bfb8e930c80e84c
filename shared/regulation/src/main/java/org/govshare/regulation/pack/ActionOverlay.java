package org.govshare.regulation.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.Tells;

/** Adds to an action what another text demands of the action of that name: required contents, the role, that it is once. */
final class ActionOverlay {
    private final PartyNames parties;
    final List<Addition> added = new ArrayList<>();
    final List<Addition> notCarried = new ArrayList<>();

    ActionOverlay(PartyNames parties) {
        this.parties = parties;
    }

    Action add(Action ours, Action theirs) {
        var required = required(ours, theirs);
        var may = new ArrayList<Field>();
        ours.mayState().stream().filter(field -> !has(required, field)).forEach(may::add);
        theirs.mayState().stream()
                .filter(field -> !has(required, field) && !has(may, field))
                .forEach(may::add);
        var role = role(ours, theirs);
        if (theirs.once() && !ours.once()) {
            added.add(new Addition(theirs.basis(), titled(ours, new Text("仅此一次，一并告知", "once, and all of it"))));
        }
        var basis = role.equals(ours.role()) ? ours.roleBasis() : Optional.of(theirs.basis());
        return new Action(
                ours.name(),
                ours.title(),
                ours.by(),
                role,
                basis,
                ours.to(),
                ours.climbs(),
                ours.completes(),
                ours.once() || theirs.once(),
                required,
                may,
                ours.effects(),
                ours.tells(),
                ours.basis());
    }

    private List<Field> required(Action ours, Action theirs) {
        var required = new ArrayList<Field>();
        for (var field : ours.requires()) {
            required.add(theirs.requires().stream()
                    .filter(other -> other.name().equals(field.name()))
                    .filter(other -> other.kind() == Field.Kind.OPENING_FIELDS && other.kind() != field.kind())
                    .findFirst()
                    .orElse(field));
        }
        theirs.requires().stream().filter(field -> !has(ours.requires(), field)).forEach(field -> {
            required.add(field);
            added.add(new Addition(field.basis(), titled(ours, field.title())));
        });
        return required;
    }

    /** A role is asked of those who act for a party that the text asks it of; where others may act too, it is not carried. */
    private Optional<String> role(Action ours, Action theirs) {
        if (theirs.role().isEmpty()) {
            return ours.role();
        }
        var party =
                ours.by().stream().allMatch(here -> theirs.by().stream().anyMatch(name -> parties.same(here, name)));
        if (party && ours.role().isEmpty()) {
            added.add(new Addition(theirs.basis(), role(ours, theirs.role().get())));
            return theirs.role();
        }
        if (!party || !ours.role().equals(theirs.role())) {
            notCarried.add(new Addition(theirs.basis(), role(ours, theirs.role().get())));
        }
        return ours.role();
    }

    private static Text role(Action action, String role) {
        return titled(action, new Text("须由 " + role + " 作出", "takes the role " + role));
    }

    /** Whose consent a text asks for when the period of a duty is extended. */
    static Text extensionConsent(Text duty, String by) {
        return new Text(duty.zh() + "：延长须经 " + by + " 同意", duty.en() + ": an extension takes the consent of " + by);
    }

    private static Text titled(Action action, Text what) {
        return new Text(action.title().zh() + "：" + what.zh(), action.title().en() + ": " + what.en());
    }

    private static boolean has(List<Field> fields, Field wanted) {
        return fields.stream().anyMatch(field -> field.name().equals(wanted.name()));
    }

    /** An action of theirs with the names that its parties have here. */
    Action translated(Action theirs) {
        return new Action(
                theirs.name(),
                theirs.title(),
                theirs.by().stream().map(parties::of).distinct().toList(),
                theirs.role(),
                theirs.roleBasis(),
                theirs.to(),
                theirs.climbs(),
                theirs.completes(),
                theirs.once(),
                theirs.requires(),
                theirs.mayState(),
                theirs.effects(),
                theirs.tells().stream()
                        .map(tells -> new Tells(
                                tells.kind(),
                                tells.to().stream().map(parties::of).toList()))
                        .toList(),
                theirs.basis());
    }

    /** What is said of a whole action. */
    static Addition whole(Action action) {
        return new Addition(action.basis(), action.title());
    }

    /** Without repetition, in this order. */
    static List<Addition> distinct(List<Addition> additions) {
        return List.copyOf(new LinkedHashSet<>(additions));
    }
}
