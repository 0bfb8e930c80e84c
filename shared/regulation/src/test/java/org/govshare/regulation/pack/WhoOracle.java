package org.govshare.regulation.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tells by a table of its own which text binds whom and how long a duty may take; it shares nothing with the engine. The
 * table is written from the regulations' page: its packs' table, rows 3-6, 12, 20, 24 and N3-N5, and "How texts combine".
 */
final class WhoOracle {
    /**
     * @param place two digits of the province, four of the city, none for the nation
     * @param stationed whether it binds agencies that a ministry manages
     * @param reach whether its steps serve its own agencies towards others, where no text binds both (Hebei art. 17)
     */
    record Text(String id, String place, LocalDate from, boolean stationed, boolean reach) {}

    /** @param start by which event it runs; equal ones are one event in that text's steps */
    record Length(String text, String duty, String obligor, int days, int more) {}

    record Agency(String place, String kind) {}

    private static final Text HEBEI = new Text("hebei-2022", "13", LocalDate.of(2023, 1, 1), false, true);
    private static final Text HUNAN = new Text("hunan-2021", "43", LocalDate.of(2021, 3, 1), false, false);
    private static final Text SHENYANG = new Text("shenyang-2016", "2101", LocalDate.of(2016, 6, 8), false, false);
    private static final Text NEIJIANG =
            new Text("neijiang-2020-draft", "5110", LocalDate.of(2020, 1, 1), false, false);
    private static final Text DECREE = new Text("decree-809-2025", "", LocalDate.of(2025, 8, 1), true, false);
    /** From the most local to the highest; no two of the local ones share a place. */
    private static final List<Text> TEXTS = List.of(SHENYANG, NEIJIANG, HEBEI, HUNAN, DECREE);

    private final boolean draft;
    private final LocalDate draftFrom;

    WhoOracle(boolean draft, LocalDate draftFrom) {
        this.draft = draft;
        this.draftFrom = draftFrom;
    }

    /** The texts that rule, the one of the steps first; none where nothing does. */
    List<String> texts(Agency asks, Agency gives, LocalDate day) {
        var both = TEXTS.stream()
                .filter(inForce(day))
                .filter(text -> binds(text, asks) && binds(text, gives))
                .map(Text::id)
                .toList();
        if (!both.isEmpty()) {
            return both;
        }
        return TEXTS.stream()
                .filter(inForce(day))
                .filter(text -> text.reach() && binds(text, asks))
                .map(Text::id)
                .limit(1)
                .toList();
    }

    /** How many working days the provider's reply or the authority's delivery may take at first, and with consent at most. */
    int[] reply(List<String> texts, boolean conditional, boolean both) {
        if (!both) {
            return new int[0];
        }
        var rows = new ArrayList<int[]>();
        for (var text : texts) {
            switch (text) {
                case "hebei-2022" -> rows.add(conditional ? new int[] {5, 0} : new int[] {3, 0});
                case "hunan-2021", "neijiang-2020-draft" -> {
                    if (conditional) {
                        rows.add(new int[] {10, 0});
                    }
                }
                case "shenyang-2016" -> {
                    if (conditional) {
                        rows.add(new int[] {7, 0});
                    }
                }
                default -> rows.add(conditional ? new int[] {10, 10} : new int[] {1, 10});
            }
        }
        var first = rows.stream().mapToInt(row -> row[0]).min().orElse(0);
        var more = rows.stream().mapToInt(row -> row[1]).max().orElse(0);
        var highest = rows.isEmpty() ? 0 : rows.get(rows.size() - 1)[0] + rows.get(rows.size() - 1)[1];
        return new int[] {first, Math.min(first + more, Math.max(highest, first))};
    }

    private Predicate<Text> inForce(LocalDate day) {
        return text -> {
            if (text == NEIJIANG && (!draft || day.isBefore(draftFrom))) {
                return false;
            }
            return text == NEIJIANG || !day.isBefore(text.from());
        };
    }

    private static boolean binds(Text text, Agency agency) {
        var there = agency.place().startsWith(text.place());
        return there
                && switch (agency.kind()) {
                    case "department", "authorised" -> true;
                    case "stationed" -> text.stationed();
                    default -> false;
                };
    }
}
