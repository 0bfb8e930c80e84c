package org.govshare.regulation.pack;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Tells by a table of its own which text binds whom and how long a duty may take; it shares nothing with the engine. The
 * table is written from the regulations' page: its packs' table, rows 3, 5, 12, 20, 24, N3 and N4, what it
 * says of Zhejiang, and "How texts combine".
 */
final class WhoOracle {
    /**
     * @param place two digits of the province, four of the city, none for the nation
     * @param stationed whether it binds agencies that a ministry manages
     * @param wide whether it binds other state organs and operators of public services too
     * @param reach whether its steps serve its own agencies towards departments elsewhere and agencies that a ministry
     *     manages, where no text binds both (Hebei art. 17)
     */
    record Text(String id, String place, LocalDate from, boolean stationed, boolean wide, boolean reach) {}

    /**
     * How long a text gives for the reply, or for the delivery that is one.
     *
     * @param form it runs from the written form, which is received after the request
     */
    private record Length(String text, boolean conditional, boolean form, int days, int more) {}

    record Agency(String place, String kind) {}

    private static final Text HEBEI = new Text("hebei-2022", "13", LocalDate.of(2023, 1, 1), false, false, true);
    private static final Text HUNAN = new Text("hunan-2021", "43", LocalDate.of(2021, 3, 1), false, false, false);
    private static final Text SHENYANG =
            new Text("shenyang-2016", "2101", LocalDate.of(2016, 6, 8), false, false, false);
    private static final Text SHENYANG_2020 =
            new Text("shenyang-2020", "2101", LocalDate.of(2020, 10, 1), false, false, false);
    private static final Text NEIJIANG =
            new Text("neijiang-2020-draft", "5110", LocalDate.of(2020, 1, 1), false, false, false);
    private static final Text DECREE = new Text("decree-809-2025", "", LocalDate.of(2025, 8, 1), true, false, false);
    private static final Text ZHEJIANG = new Text("zhejiang-2022", "33", LocalDate.of(2025, 11, 26), true, true, false);
    /** From the most local to the highest, a regulation before measures of one place. */
    private static final List<Text> TEXTS = List.of(SHENYANG_2020, SHENYANG, NEIJIANG, HEBEI, HUNAN, ZHEJIANG, DECREE);

    /** Rows 3, 5, 12, 20, 24, N3 and N4. */
    private static final List<Length> LENGTHS = List.of(
            new Length("hebei-2022", false, false, 3, 0),
            new Length("hebei-2022", true, false, 5, 0),
            new Length("neijiang-2020-draft", true, false, 10, 0),
            new Length("hunan-2021", true, false, 10, 0),
            new Length("shenyang-2020", true, false, 5, 0),
            new Length("shenyang-2016", true, true, 7, 0),
            new Length("zhejiang-2022", false, false, 2, 0),
            new Length("zhejiang-2022", true, false, 3, 0),
            new Length("decree-809-2025", false, false, 1, 10),
            new Length("decree-809-2025", true, false, 10, 10));

    private final boolean decree;
    private final boolean draft;
    private final LocalDate draftFrom;

    WhoOracle(boolean decree, boolean draft, LocalDate draftFrom) {
        this.decree = decree;
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
                .filter(text -> text.reach()
                        && binds(text, asks)
                        && !List.of("court", "utility").contains(gives.kind()))
                .map(Text::id)
                .limit(1)
                .toList();
    }

    /** How many working days the provider's reply or the authority's delivery may take at first, and with consent at most. */
    int[] reply(List<String> texts, boolean conditional, boolean both) {
        var rows = both ? lengths(texts, conditional) : List.<Length>of();
        if (rows.isEmpty()) {
            return new int[0];
        }
        var first = rows.stream().mapToInt(Length::days).min().orElseThrow();
        var more = rows.stream().mapToInt(Length::more).max().orElseThrow();
        var highest = rows.get(rows.size() - 1);
        return new int[] {first, Math.min(first + more, Math.max(highest.days() + highest.more(), first))};
    }

    /**
     * The last day for the reply, or for the delivery that is one: of each text's moment, by its own start, the earliest.
     *
     * @param received the day on which whoever owes it received the request
     * @param form the day on which the written form was received
     * @param count the last day of a number of working days after a day
     */
    Optional<LocalDate> earliest(
            List<String> texts,
            boolean conditional,
            LocalDate received,
            LocalDate form,
            BiFunction<LocalDate, Integer, LocalDate> count) {
        return lengths(texts, conditional).stream()
                .map(row -> count.apply(row.form() ? form : received, row.days()))
                .min(Comparator.naturalOrder());
    }

    /** In the order of the texts, from the most local to the highest. */
    private static List<Length> lengths(List<String> texts, boolean conditional) {
        return texts.stream()
                .flatMap(text ->
                        LENGTHS.stream().filter(row -> row.text().equals(text) && row.conditional() == conditional))
                .toList();
    }

    private Predicate<Text> inForce(LocalDate day) {
        return text -> {
            if (text == DECREE && !decree || text == NEIJIANG && (!draft || day.isBefore(draftFrom))) {
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
                    default -> text.wide();
                };
    }
}
