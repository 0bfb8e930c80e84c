package org.govshare.regulation.grammar;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;

/**
 * Something a party may do with a case.
 *
 * @param by names of the parties, each of which may take it; one that climbs has one
 * @param role the role a person of it needs, where the text asks for one
 * @param roleBasis what asks for the role, where another text than that of the action does
 * @param to the step the case goes to
 * @param climbs hands the case to the next authority of the route, and goes on only when the last one has it
 * @param mayState fields that it can state besides; no others
 * @param completes states the opening field that was last found missing
 * @param once it can be taken one time in a case; what it requires tells that it was
 * @param tells the notices that it gives
 */
public record Action(
        String name,
        Text title,
        List<String> by,
        Optional<String> role,
        Optional<Basis> roleBasis,
        String to,
        boolean climbs,
        boolean completes,
        boolean once,
        List<Field> requires,
        List<Field> mayState,
        List<String> effects,
        List<Tells> tells,
        Basis basis) {
    public Action {
        by = List.copyOf(by);
        requires = List.copyOf(requires);
        mayState = List.copyOf(mayState);
        effects = List.copyOf(effects);
        tells = List.copyOf(tells);
    }

    /** The same, stating other things and asking for another role. */
    public Action stating(List<Field> required, List<Field> optional, Optional<String> otherRole) {
        return new Action(
                name, title, by, otherRole, roleBasis, to, climbs, completes, once, required, optional, effects, tells,
                basis);
    }

    /** The same with other effects. */
    public Action bringing(List<String> other) {
        return new Action(
                name, title, by, role, roleBasis, to, climbs, completes, once, requires, mayState, other, tells, basis);
    }

    /** The same, giving other notices. */
    public Action telling(List<Tells> other) {
        return new Action(
                name, title, by, role, roleBasis, to, climbs, completes, once, requires, mayState, effects, other,
                basis);
    }
}
