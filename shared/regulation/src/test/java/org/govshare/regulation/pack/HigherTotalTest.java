package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.reading.SmallPack;
import org.junit.jupiter.api.Test;

/** What a lower text's silence leaves standing, and what it can say that it answers. */
class HigherTotalTest {

    @Test
    void aDutyThatTheOtherTextDoesNotHave_cannotBeAnswered() {
        for (var duty : Map.of("sing", "it answers a duty that nation does not have: sing", "reply", "in another unit")
                .entrySet()) {
            var answering = SmallPack.changed(
                    "city-law",
                    Map.of(
                            "ladder: provider",
                            "ladder: provider\n    answers: [{ pack: nation, duty: " + duty.getKey() + " }]"));
            var broken = assertThrows(
                    BrokenDocument.class, () -> Law.of(List.of(answering, StackingTest.national("1 months", ""))));
            assertTrue(broken.getMessage().contains(duty.getValue()), broken::getMessage);
        }
    }

    @Test
    void silenceOnExtension_takesTheHigherOneNotAway_butItsTotalHolds() {
        var silent = SmallPack.changed(
                "city-law",
                Map.of(
                        "extension: { up-to: 5, consented-by: authority, article: \"5\" }", "# none",
                        "10 working-days", "5 working-days"));
        var ten = "extension: { up-to: 10, consented-by: authority, article: \"21\" },";
        var clock = StackingTest.reply(
                Law.of(List.of(silent, StackingTest.national("10 working-days", ten))), "2025-08-01");
        assertEquals(List.of(5, 15), List.of(clock.period(), clock.total()));
        var longer = SmallPack.changed(
                "city-law",
                Map.of(
                        "extension: { up-to: 5, consented-by: authority, article: \"5\" }", "# none",
                        "10 working-days", "18 working-days"));
        var capped = StackingTest.reply(
                Law.of(List.of(longer, StackingTest.national("12 working-days", ten))), "2025-08-01");
        assertEquals(List.of(12, 22), List.of(capped.period(), capped.total()));
    }

    @Test
    void aTotal_isReachedFromAShorterPeriodToo_whereUpToAddsNoMoreThanItSays() {
        var total = StackingTest.national(
                "8 working-days", "extension: { total: 12, consented-by: authority, article: \"21\" },");
        var upTo = StackingTest.national(
                "8 working-days", "extension: { up-to: 4, consented-by: authority, article: \"21\" },");
        var alone = SmallPack.changed("city-law", Map.of("up-to: 5", "total: 15"));
        assertEquals(List.of(10, 15), periodAndTotal(Law.of(List.of(alone))));
        var shorter = SmallPack.changed(
                "city-law",
                Map.of(
                        "extension: { up-to: 5, consented-by: authority, article: \"5\" }", "# none",
                        "10 working-days", "5 working-days"));
        assertEquals(List.of(5, 12), periodAndTotal(Law.of(List.of(shorter, total))), "from 5 up to 12 in all");
        assertEquals(List.of(5, 9), periodAndTotal(Law.of(List.of(shorter, upTo))), "5 and 4 more");
    }

    private static List<Integer> periodAndTotal(Law law) {
        var clock = StackingTest.reply(law, "2025-08-01");
        return List.of(clock.period(), clock.total());
    }
}
