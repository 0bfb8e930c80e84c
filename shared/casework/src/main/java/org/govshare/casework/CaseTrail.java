package org.govshare.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.govshare.casework.notice.GivenNotice;
import org.govshare.commands.CommandContext;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.platform.json.CanonicalJson;
import org.govshare.regulation.pack.PackRef;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Decision;

/**
 * Enters the state of a case after an act: everything from which, with the law, the case's rows can be recomputed, and a keyed
 * hash of what people wrote. {@code govshare audit verify --state} reads it back; docs/operations.md publishes it.
 */
@ApplicationScoped
class CaseTrail {
    private final Trail trail;
    private final Pseudonyms pseudonyms;
    private final ObjectMapper json;

    CaseTrail(Trail trail, Pseudonyms pseudonyms, ObjectMapper json) {
        this.trail = trail;
        this.pseudonyms = pseudonyms;
        this.json = json;
    }

    /**
     * What an act wrote in addition to the case's own row.
     *
     * @param effects what the effects' handlers report of what they did
     */
    record Written(List<ClockLine> clocks, Map<String, String> effects, List<GivenNotice> notices) {}

    void opened(CommandContext context, NewCase opened, Written written) {
        Map<String, String> details = details(opened.decision(), written);
        CaseState state = opened.decision().after();
        details.put("kind", state.procedure().kind());
        details.put("variant", state.procedure().variant());
        details.put(
                "packs", state.procedure().packs().stream().map(PackRef::word).collect(Collectors.joining(" ")));
        details.put("region", opened.region());
        details.put("dataset", opened.datasetId());
        details.put("provider", opened.provider());
        details.put("parties", parties(state.parties()));
        details.putAll(opened.about());
        trail.enterFirst(entry(context, opened.decision(), details));
    }

    /** @param inPlaceOf parties whose office the actor's agency has taken over */
    void acted(CommandContext context, Decision decision, Set<String> inPlaceOf, Written written) {
        Map<String, String> details = details(decision, written);
        if (!inPlaceOf.isEmpty()) {
            details.put("in-place-of", String.join(" ", inPlaceOf));
        }
        trail.enter(entry(context, decision, details));
    }

    private static TrailEntry entry(CommandContext context, Decision decision, Map<String, String> details) {
        return TrailEntry.by(
                context.caller(), Optional.of(decision.after().id()), context.lawNow(), decision.action(), details);
    }

    private Map<String, String> details(Decision decision, Written written) {
        Map<String, String> details = new HashMap<>(written.effects());
        details.put("from", decision.fromStep());
        details.put("to", decision.toStep());
        details.put("leg", Integer.toString(decision.after().leg()));
        details.put("pack", decision.basis().pack());
        details.put("article", decision.basis().article());
        details.put("effects", String.join(" ", decision.effects()));
        details.put("facts", pseudonyms.ofText(canonical(decision.after().facts())));
        written.clocks().forEach(clock -> {
            details.put(clock.name(), clock.text());
            reasons(decision.after(), clock)
                    .ifPresent(stated -> details.put(clock.reasonsName(), pseudonyms.ofText(stated)));
        });
        details.putAll(GivenNotice.details(written.notices()));
        return details;
    }

    /** What the obligor has stated as its reasons for being late, as the clock's row holds it. */
    private Optional<String> reasons(CaseState after, ClockLine line) {
        return after.clocks().stream()
                .filter(clock -> clock.rule().equals(line.rule()) && clock.ordinal() == line.ordinal())
                .filter(clock -> !clock.reasons().isEmpty())
                .findFirst()
                .map(clock -> canonical(ClockStore.written(clock.reasons())));
    }

    private String canonical(Map<String, String> facts) {
        return CanonicalJson.write(json.valueToTree(facts));
    }

    private String canonical(List<Map<String, String>> reasons) {
        return CanonicalJson.write(json.valueToTree(reasons));
    }

    private static String parties(Map<String, List<String>> parties) {
        return new TreeMap<>(parties)
                .entrySet().stream()
                        .map(party -> party.getKey() + "=" + String.join(",", party.getValue()))
                        .collect(Collectors.joining(" "));
    }
}
