package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.grammar.Addressee;
import org.govshare.regulation.grammar.Rung;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.organ.OrgansOver;
import org.govshare.regulation.procedure.Breach;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.reading.SmallPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What texts upon one another let organs do: each proposal once, each power by its own text's count, nobody left out. */
class PowersTest {
    private static final LocalDate DAY = LocalDate.of(2025, 8, 20);
    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();
    private static final Law LAW = Law.builtIn().switchedOn("neijiang-2020-draft");

    /** A district without an authority of its own, as Shenyang's. */
    private static final Organs WITHOUT_DISTRICT = new CaseOrgans() {
        @Override
        public Optional<String> authorityOf(String region) {
            return region.equals("210102") ? Optional.empty() : super.authorityOf(region);
        }
    };

    @ParameterizedTest
    @EnumSource
    void rungsOfAClock_haveNamesOfTheirOwn(ShareClass shareClass) {
        for (var region : List.of("130100", "430100", "511000", "210100", "110000")) {
            var procedure = LAW.effective(new Matter("share-request", Optional.of(shareClass), region, DAY))
                    .orElseThrow();
            procedure.clocks().values().forEach(clock -> {
                var names = clock.rule().ladder().stream().map(Rung::name).toList();
                assertEquals(Set.copyOf(names).size(), names.size(), region + " " + clock.name() + names);
            });
        }
    }

    @Test
    void hebeisDelivery_whichAnswersTwoDutiesOfTheDecree_isProposedOnceUnderIt() {
        var ladder = LAW.effective(new Matter("share-request", Optional.of(ShareClass.UNCONDITIONAL), "130100", DAY))
                .orElseThrow()
                .clock("deliver")
                .rule()
                .ladder();
        assertEquals(
                List.of("reminder", "overdue", "proposal", "proposal.decree-809-2025"),
                ladder.stream().map(Rung::name).toList());
    }

    @Test
    void aTextThatSetNoPeriodInTheCase_givesNoPowerAboutItsLateness() {
        var now = CALENDAR.startOf(DAY);
        assertEquals(List.of("decree-809-2025"), powers(Map.of("decree-809-2025", now), now));
        assertEquals(List.of("hebei-2022"), powers(Map.of("hebei-2022", now), now));
    }

    private static List<String> powers(Map<String, Instant> dueUnder, Instant now) {
        var breach = new Breach("share-request", "reply", "police@130100", now, dueUnder, Optional.empty());
        return new Decider(LAW, new CaseOrgans(), CALENDAR)
                .remedies(DAY, breach, now).stream()
                        .map(remedy -> remedy.item().basis().pack())
                        .distinct()
                        .toList();
    }

    @Test
    void whatHasReplacedAText_carriesOnItsPowers_overSeveralTexts() {
        var second = SmallPack.changed(
                "second", Map.of("organ: ", "replaces: city-law\norgan: ", "2020-01-01", "2021-01-01"));
        var third =
                SmallPack.changed("third", Map.of("organ: ", "replaces: second\norgan: ", "2020-01-01", "2022-01-01"));
        var first = SmallPack.changed("city-law", Map.of("from: 2020-01-01", "from: 2020-01-01, until: 2021-12-31"));
        var law = Law.of(List.of(third, first, second));
        assertEquals(Set.of("city-law", "second", "third"), Successors.of(law, "city-law"));
        assertEquals(Set.of("second", "third"), Successors.of(law, "second"));
        assertEquals(Set.of("third"), Successors.of(law, "third"));
    }

    @Test
    void aDisputeWhereTheLevelHasNoAuthority_isForTheOneThatTheLocalTextNames() {
        var form = Map.of(
                "use-basis",
                "x",
                "scenario",
                "x",
                "scope",
                "x",
                "mode",
                "x",
                "use-until",
                "x",
                "purpose",
                "x",
                "items",
                "x");
        var matter = new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), "210102", DAY);
        var opening = new Opening(
                new UUID(0, 1), matter, "housing@210102", "police@210102", form, Optional.empty(), Set.of("leader"));
        var parties = ((Decision) new Decider(LAW, WITHOUT_DISTRICT, CALENDAR).open(opening, CALENDAR.startOf(DAY)))
                .after()
                .parties();
        assertEquals(List.of("authority@210100"), parties.get("coordinator"));
        assertEquals(List.of("government@210100"), parties.get("government"));
    }

    @ParameterizedTest
    @CsvSource({
        "police@210102, authority@210100",
        "police@210100, authority@210100",
        "authority@210100, government@210100",
        "police@000000, authority@000000"
    })
    void overAProvider_isTheAuthorityOfItsLevel_orAboveWhereThatHasNone(String obligor, String organ) {
        var over = new OrgansOver(WITHOUT_DISTRICT, obligor, "000000");
        assertEquals(Optional.of(organ), over.find(Addressee.AUTHORITY_OVER_OBLIGOR));
    }
}
