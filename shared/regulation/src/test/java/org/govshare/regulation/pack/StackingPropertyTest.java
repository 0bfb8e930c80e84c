package org.govshare.regulation.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.reading.SmallPack;

/** A text that replaces none never moves a due moment later and never takes away what an action must state. */
class StackingPropertyTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();
    private static final Matter MATTER =
            new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), "130100", DAY);
    private static final List<String[]> STANDINGS = List.of(
            new String[] {"city-regulation", "130100"},
            new String[] {"provincial-measures", "130000"},
            new String[] {"provincial-regulation", "130000"},
            new String[] {"national-measures", "000000"},
            new String[] {"national-regulation", "000000"});

    /** A text of one of the higher standings with other lengths, another start or obligor, and another field. */
    private static PackSource text(int standing, int period, int more, int shape) {
        return text(STANDINGS.get(standing), String.valueOf(standing), period, more, shape);
    }

    private static PackSource text(String[] standing, String name, int period, int more, int shape) {
        var changes = new HashMap<>(Map.of(
                "rank: city-measures", "rank: " + standing[0],
                "\"130100\"", "\"" + standing[1] + "\"",
                "10 working-days", period + " working-days",
                "extension: { up-to: 5, consented-by: authority, article: \"5\" }",
                        more == 0
                                ? "# none"
                                : "extension: { up-to: " + more + ", consented-by: authority, article: \"5\" }"));
        if ((shape & 1) > 0) {
            changes.put("field: purpose", "field: purpose-" + name);
        }
        if ((shape & 2) > 0) {
            changes.put("starts: { step: reply }", "starts: { received-by: provider }");
        }
        if ((shape & 4) > 0) {
            changes.put("obligor: provider", "obligor: authority");
        }
        return SmallPack.changed("text-" + name, changes);
    }

    @Property(tries = 400)
    void oneMoreText_neverMovesADueMomentLater_norRemovesARequiredContent(
            @ForAll @Size(5) List<@IntRange(min = 1, max = 25) Integer> periods,
            @ForAll @Size(5) List<@IntRange(max = 12) Integer> extensions,
            @ForAll @Size(5) List<@IntRange(max = 7) Integer> shapes,
            @ForAll @IntRange(max = 4) int last) {
        var sources = new ArrayList<>(List.of(SmallPack.sound()));
        for (int i = 0; i < STANDINGS.size(); i++) {
            if (i != last) {
                sources.add(text(i, periods.get(i), extensions.get(i), shapes.get(i)));
            }
        }
        var before = Law.of(sources).effective(MATTER).orElseThrow();
        sources.add(text(last, periods.get(last), extensions.get(last), shapes.get(last)));
        var after = Law.of(sources).effective(MATTER).orElseThrow();
        due(before).forEach((obligor, moment) -> {
            assert !due(after).get(obligor).isAfter(moment) : obligor + ": " + due(before) + " " + due(after);
        });
        required(before).forEach((action, fields) -> {
            assert required(after).get(action).containsAll(fields) : action;
        });
    }

    /** Places with a local text, and the standings of a text above that: its province's where it is a city's, the nation's. */
    private static final List<List<String>> BUILT_IN =
            List.of(List.of("130100"), List.of("430100"), List.of("210100", "210000"), List.of("511000", "510000"));

    private static final Map<String, EffectiveProcedure> WITHOUT = new HashMap<>();

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void oneMoreText_besideTheDecreeAboveEachLocalText_doesNeither(
            @ForAll @IntRange(max = 3) int place,
            @ForAll boolean national,
            @ForAll @IntRange(min = 1, max = 25) int period,
            @ForAll @IntRange(max = 12) int more,
            @ForAll @IntRange(max = 7) int shape) {
        var regions = BUILT_IN.get(place);
        var province = !national && regions.size() > 1;
        var standing = new String[] {
            province ? "provincial-measures" : "national-measures", province ? regions.get(1) : "000000"
        };
        var matter = new Matter(
                "share-request", Optional.of(ShareClass.CONDITIONAL), regions.get(0), LocalDate.of(2025, 8, 4));
        var sources = new ArrayList<>(Law.builtInSources());
        var before = WITHOUT.computeIfAbsent(
                matter.region(),
                region -> Law.builtIn()
                        .switchedOn("neijiang-2020-draft")
                        .effective(matter)
                        .orElseThrow());
        assert before.packs().stream().anyMatch(pack -> pack.id().equals("decree-809-2025"));
        sources.add(text(standing, "more", period, more, shape));
        var after = Law.of(sources)
                .switchedOn("neijiang-2020-draft")
                .effective(matter)
                .orElseThrow();
        assert after.packs().size() == before.packs().size() + 1;
        due(before).forEach((obligor, moment) -> {
            assert !due(after).get(obligor).isAfter(moment) : obligor + ": " + due(before) + " " + due(after);
        });
        required(before).forEach((action, fields) -> {
            assert required(after).get(action).containsAll(fields) : action;
        });
    }

    /** The earliest due moment of the duty by who owes it. */
    private static Map<String, Instant> due(EffectiveProcedure procedure) {
        return procedure.clocks().values().stream()
                .collect(Collectors.toMap(
                        clock -> procedure
                                .procedure()
                                .parties()
                                .get(clock.rule().obligor())
                                .strategy()
                                .name(),
                        clock -> new Clocks()
                                .due(clock, CALENDAR.startOf(DAY), 0, CALENDAR)
                                .due(),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    private static Map<String, Set<String>> required(EffectiveProcedure procedure) {
        return procedure.procedure().actions().values().stream()
                .collect(Collectors.toMap(
                        Action::name,
                        action -> action.requires().stream().map(Field::name).collect(Collectors.toSet()),
                        (one, other) -> one));
    }
}
