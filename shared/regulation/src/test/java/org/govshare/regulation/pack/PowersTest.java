package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.govshare.regulation.grammar.Rung;
import org.govshare.regulation.grammar.ShareClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What texts upon one another let organs do: each proposal once, each power by its own text's count, nobody left out. */
class PowersTest {
    private static final LocalDate DAY = LocalDate.of(2025, 8, 20);
    private static final Law LAW = Law.builtIn().switchedOn("neijiang-2020-draft");

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
}
