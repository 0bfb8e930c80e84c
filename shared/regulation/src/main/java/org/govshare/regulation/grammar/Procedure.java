package org.govshare.regulation.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.pack.Text;

/**
 * What one pack says of one kind of case.
 *
 * @param variant name of the share class, else empty
 * @param organAct what makes it an organ's act about a breach of another case, where it is one
 * @param opening how a case is opened; absent in a pack that only sets periods for steps that another pack gives
 * @param everywhere actions at every step where the case is not closed
 * @param clocks by name; empty where only periods are set
 * @param limits how long the pack gives for each duty, by the clock's name
 */
public record Procedure(
        String kind,
        String variant,
        Text title,
        Map<String, Party> parties,
        Optional<OrganAct> organAct,
        Optional<Action> opening,
        Map<String, Step> steps,
        Map<String, Action> everywhere,
        Map<String, ClockRule> clocks,
        Map<String, Limit> limits) {

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

    public static String nameOf(String kind, String variant) {
        return variant.isEmpty() ? kind : kind + "-" + variant.toLowerCase(Locale.ROOT);
    }
}
