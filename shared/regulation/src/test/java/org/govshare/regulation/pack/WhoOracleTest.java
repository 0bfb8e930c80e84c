package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.govshare.regulation.calendar.DayByDayOracle;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.grammar.Body;
import org.govshare.regulation.grammar.BoundKind;
import org.govshare.regulation.grammar.ShareClass;
import org.junit.jupiter.api.Test;

/** 100,000 cases between agencies of random places and kinds: which texts bind whom, and which moment is due. */
class WhoOracleTest {
    private static final List<String> PLACES = List.of(
            "000000", "130000", "130100", "130102", "130200", "430000", "430100", "430102", "210000", "210100",
            "210102", "330000", "330100", "330106", "510000", "511000", "511002", "510100", "110000");
    /** Where the request goes to the authority, which delivers unconditional data in the provider's place. */
    static final Set<String> BY_AUTHORITY = Set.of("hebei-2022", "zhejiang-2022");

    private static final LocalDate IN_FORCE = LocalDate.of(2025, 8, 1);
    private static final String DECREE = "decree-809-2025";
    private static final List<String> KINDS =
            List.of("department", "department", "department", "authorised", "stationed", "court", "utility");

    private final Random random = new Random(13);
    private final DayByDayOracle days = new DayByDayOracle();
    private final WorkingCalendar calendar = WorkingCalendar.builtIn();
    private final HashMap<List<Boolean>, Law> laws = new HashMap<>();

    /** With and without the Decree, so that the law before it is asked about days after 2025-08-01 too. */
    private Law law(boolean decree, boolean draft) {
        return laws.computeIfAbsent(List.of(decree, draft), key -> {
            var texts = Law.builtInSources().stream()
                    .filter(text -> decree || !text.id().equals(DECREE))
                    .toList();
            var law = Law.of(texts);
            return draft ? law.switchedOn("neijiang-2020-draft") : law;
        });
    }

    static Body body(WhoOracle.Agency agency) {
        var digits = agency.place();
        var region = digits + "000000".substring(digits.length());
        return new Body(
                region,
                switch (agency.kind()) {
                    case "department" -> BoundKind.GOVERNMENT_DEPARTMENT;
                    case "authorised" -> BoundKind.AUTHORISED_BODY;
                    case "stationed" -> BoundKind.STATIONED_AGENCY;
                    case "court" -> BoundKind.OTHER_STATE_ORGAN;
                    default -> BoundKind.PUBLIC_SERVICE_OPERATOR;
                });
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private WhoOracle.Agency agency() {
        var place = any(PLACES);
        var kind = any(KINDS);
        while (place.endsWith("00")) {
            place = place.substring(0, place.length() - 2);
        }
        return new WhoOracle.Agency(place, kind);
    }

    @Test
    void theEngineAgreesWithATableOfItsOwn() {
        var rules = new TreeSet<String>();
        for (var i = 0; i < 100_000; i++) {
            var decree = random.nextInt(4) > 0;
            var draft = random.nextBoolean();
            var law = law(decree, draft);
            var draftFrom = law.pack("neijiang-2020-draft").from();
            var oracle = new WhoOracle(decree, draft, draftFrom);
            var asks = agency();
            var gives = agency();
            var start = Instant.parse("2020-12-31T16:00:00Z").plusSeconds(60L * random.nextInt(3_100_000));
            var day = LocalDate.ofInstant(start, ZoneOffset.ofHours(8));
            var conditional = random.nextBoolean();
            var shareClass = conditional ? ShareClass.CONDITIONAL : ShareClass.UNCONDITIONAL;
            var matter = new Matter("share-request", Optional.of(shareClass), List.of(body(asks), body(gives)), day);
            var expected = oracle.texts(asks, gives, day);
            var effective = law.effective(matter);
            var texts = effective.stream()
                    .flatMap(procedure -> procedure.ref().packs().stream())
                    .map(PackRef::id)
                    .toList();
            assertEquals(expected, texts, () -> asks + " " + gives + " " + day + " " + conditional);
            rules.add(expected + " " + conditional + " " + decree + " " + !day.isBefore(IN_FORCE));
            effective.ifPresent(procedure -> check(procedure, oracle, expected, conditional, start, day));
            if (effective.isPresent()) {
                new Walk(law, calendar, days).check(oracle, expected, asks, gives, matter, start, random.nextInt(14));
            }
        }
        assertTrue(rules.size() >= 40, rules::toString);
    }

    private void check(
            EffectiveProcedure procedure,
            WhoOracle oracle,
            List<String> texts,
            boolean conditional,
            Instant start,
            LocalDate day) {
        var both = !procedure.ref().packs().get(0).obligorOnly();
        var length = oracle.reply(texts, conditional, both);
        var name = conditional || texts.get(0).equals("decree-809-2025") ? "reply" : "deliver";
        if (length.length == 0 || !procedure.clocks().containsKey(name)) {
            assertTrue(!both || !conditional && !BY_AUTHORITY.contains(texts.get(0)), texts::toString);
            return;
        }
        if (!conditional
                && !BY_AUTHORITY.contains(texts.get(0))
                && !texts.get(0).equals("decree-809-2025")) {
            return;
        }
        var all = procedure.clocks().values().stream()
                .filter(clock -> clock.rule().duty().equals(name))
                .toList();
        var least = all.stream().mapToInt(EffectiveClock::period).min().orElseThrow();
        assertEquals(length[0], least, () -> texts + " " + name);
        var most = all.stream().mapToInt(EffectiveClock::total).max().orElseThrow();
        if (all.size() == 1) {
            assertEquals(length[1], most, () -> texts + " " + name);
        }
        var first = all.stream()
                .map(clock -> new Clocks().due(clock, start, 0, calendar).lastDay())
                .min(LocalDate::compareTo)
                .orElseThrow();
        assertEquals(days.due(day, length[0]), first, () -> texts + " from " + start);
    }
}
