package org.govshare.regulation.grammar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;

/**
 * What one pack says of one kind of case.
 *
 * @param variant name of the share class, else empty
 * @param runsAs the kind of procedure whose function runs it: its own unless the pack names another; {@link #ORGAN_ACT} for acts of organs
 * @param organAct what makes it an organ's act about a breach of another case, where it is one
 * @param recurs when a case opens by itself; its opening is then one that no person takes
 * @param opening how a case is opened; absent in a pack that only sets periods for steps that another pack gives
 * @param everywhere actions at every step where the case is not closed
 * @param clocks by name; empty where only periods are set
 * @param prompt duties without a day, by name; none of them is among the clocks, for none is ever late
 * @param reachesOut what lets its steps serve an agency that the text binds towards a department elsewhere or an agency
 *     that a ministry manages, where no text binds both
 * @param endedGrant what lets it be opened on a grant that has ended too; only where it is about a grant
 * @param limits how long the pack gives for each duty, by the clock's name
 */
public record Procedure(
        String kind,
        String variant,
        String runsAs,
        Text title,
        Map<String, Party> parties,
        Optional<OrganAct> organAct,
        Optional<Recurrence> recurs,
        Optional<Action> opening,
        Map<String, Step> steps,
        Map<String, Action> everywhere,
        Map<String, ClockRule> clocks,
        Map<String, ClockRule> prompt,
        Map<String, Limit> limits,
        Optional<Basis> reachesOut,
        Optional<Basis> endedGrant) {

    /** What acts of organs run as, whatever their kind. */
    public static final String ORGAN_ACT = "organ-act";

    /** What procedures about a grant run as, such as its suspension. */
    public static final String GRANT_ACT = "grant-act";

    /** Whether it is about a grant that an earlier case opened. */
    public boolean isOnGrant() {
        return runsAs.equals(GRANT_ACT);
    }

    /** Kind and variant as one name: {@code share-request-conditional}, {@code verification}. */
    public String name() {
        return nameOf(kind, variant);
    }

    /** What the opening of an organ's act can rest on: the breach that the article lists and what was found; else none. */
    public List<Field> grounds() {
        return opening.stream()
                .flatMap(action -> Stream.concat(action.requires().stream(), action.mayState().stream()))
                .filter(field -> field.kind() == Field.Kind.BREACH || field.kind() == Field.Kind.FINDING)
                .toList();
    }

    /** Every action with its path in the procedure's file, the opening first. */
    public Map<String, Action> actions() {
        var actions = new LinkedHashMap<String, Action>();
        opening.ifPresent(action -> actions.put(recurs.isPresent() ? "recurs" : action.name(), action));
        everywhere.forEach((name, action) -> actions.put("everywhere." + name, action));
        steps.values()
                .forEach(step -> step.actions()
                        .forEach((name, action) -> actions.put("steps." + step.name() + ".actions." + name, action)));
        return actions;
    }

    /** The action of this name where the case is at a step; the opening where there is none yet. */
    public Optional<Action> action(String step, String name) {
        if (step.isEmpty()) {
            return opening;
        }
        var here = Optional.ofNullable(steps.get(step)).map(at -> at.actions().get(name));
        return here.or(() -> Optional.ofNullable(everywhere.get(name)));
    }

    /** The same with other actions. */
    public Procedure with(Optional<Action> opens, Map<String, Step> stepsWith, Map<String, Action> everywhereWith) {
        return new Procedure(
                kind,
                variant,
                runsAs,
                title,
                parties,
                organAct,
                recurs,
                opens,
                stepsWith,
                everywhereWith,
                clocks,
                prompt,
                limits,
                reachesOut,
                endedGrant);
    }

    /** The same with other parties and actions. */
    public Procedure with(
            Map<String, Party> partiesWith,
            Optional<Action> opens,
            Map<String, Step> stepsWith,
            Map<String, Action> everywhereWith) {
        return new Procedure(
                kind,
                variant,
                runsAs,
                title,
                partiesWith,
                organAct,
                recurs,
                opens,
                stepsWith,
                everywhereWith,
                clocks,
                prompt,
                limits,
                reachesOut,
                endedGrant);
    }

    /** The same with other duties without a day. */
    public Procedure with(Map<String, ClockRule> promptWith) {
        return new Procedure(
                kind,
                variant,
                runsAs,
                title,
                parties,
                organAct,
                recurs,
                opening,
                steps,
                everywhere,
                clocks,
                promptWith,
                limits,
                reachesOut,
                endedGrant);
    }

    public static String nameOf(String kind, String variant) {
        return variant.isEmpty() ? kind : kind + "-" + variant.toLowerCase(Locale.ROOT);
    }
}
