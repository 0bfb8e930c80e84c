package org.govshare.regulation.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Pack;

/** Walks through procedures at random, as agencies that may act, with something in every field. */
final class RandomCases {
    static final Set<String> ROLES = Set.of("clerk", "leader", "principal");

    final Law law = Law.builtIn();
    final WorkingCalendar calendar = WorkingCalendar.builtIn();
    final Decider decider = new Decider(law, new CaseOrgans(), calendar);
    private final Random random;
    private Instant now;

    RandomCases(long seed) {
        random = new Random(seed);
        now = calendar.startOf(LocalDate.of(2023, 1, 1)).plus(Duration.ofMinutes(random.nextInt(1_700_000)));
    }

    /** One state after another, from the opening to an end or to the thirtieth. */
    List<CaseState> walk(Pack pack, String kind, String variant) {
        var states = new ArrayList<CaseState>();
        var opening = opening(pack, kind, variant);
        var state = ((Decision) decider.open(opening, now)).after();
        while (states.size() < 30) {
            states.add(state);
            var available = decider.available(state);
            if (available.isEmpty()) {
                return states;
            }
            now = now.plus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
            var verdict = decider.act(state, act(available.get(random.nextInt(available.size()))), now);
            state = verdict instanceof Decision decision ? decision.after() : state;
        }
        return states;
    }

    private Opening opening(Pack pack, String kind, String variant) {
        var region = pack.region();
        var places = List.of(region, region.substring(0, 4) + "01", "130100", "130102", "130200");
        var inside = new ArrayList<>(new HashSet<>(places));
        inside.removeIf(place -> !pack.covers(place));
        var requester = "asker@" + inside.get(random.nextInt(inside.size()));
        var provider = "holder@" + inside.get(random.nextInt(inside.size()));
        var shareClass = variant.isEmpty() ? Optional.<ShareClass>empty() : Optional.of(ShareClass.valueOf(variant));
        var matter = new Matter(kind, shareClass, requester.substring(6), calendar.dayOf(now));
        var fields = new HashMap<String, String>();
        pack.procedures()
                .values()
                .forEach(p -> p.opening().stream()
                        .flatMap(o -> o.requires().stream())
                        .forEach(field -> fields.put(field.name(), "x")));
        return new Opening(new UUID(0, random.nextLong()), matter, requester, provider, fields);
    }

    private Act act(AvailableAction action) {
        var fields = new HashMap<String, String>();
        action.requiredFields().forEach(field -> fields.put(field, value(field)));
        return new Act(action.action(), new Actor(action.agencies().get(0), ROLES), fields);
    }

    private String value(String field) {
        return Map.of(
                        "amount",
                        String.valueOf(1 + random.nextInt(4)),
                        "clock",
                        "",
                        "item",
                        List.of("scenario", "purpose", "name").get(random.nextInt(3)),
                        "outcome",
                        random.nextBoolean() ? "repaired" : "clarified")
                .getOrDefault(field, "x");
    }
}
