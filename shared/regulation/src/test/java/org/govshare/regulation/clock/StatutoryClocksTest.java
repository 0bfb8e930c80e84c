package org.govshare.regulation.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.pack.EffectiveClock;
import org.govshare.regulation.pack.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each statutory clock as its article has it: obligor, start, period, extension. */
class StatutoryClocksTest {

    @ParameterizedTest(name = "{0} {1} {2}: art. {7}")
    @CsvSource(
            nullValues = "-",
            value = {
                "hebei-2022, share-request-unconditional, deliver, authority, step delivery, 3, 0, 15 para. 2",
                "hebei-2022, share-request-conditional, review, authority, step review, 3, 0, 15 para. 3",
                "hebei-2022, share-request-conditional, reply, provider, action forward, 5, 0, 15 para. 3",
                "hebei-2022, share-request-conditional, deliver, authority, action consent, 3, 0, 15 para. 3",
                "hebei-2022, verification, forward, authority, step receipt, 3, 0, 16 para. 2",
                "hebei-2022, verification, verify, provider, action forward, 10, 10, 16 para. 2",
                "decree-809-2025, share-request-unconditional, reply, provider, receipt by provider, 1, 10, 21 para. 1",
                "decree-809-2025, share-request-unconditional, deliver, provider, action consent, 20, 0, 22 para. 1",
                "decree-809-2025, share-request-conditional, reply, provider, receipt by provider, 10, 10, 21 para. 1",
                "decree-809-2025, share-request-conditional, deliver, provider, action consent, 20, 0, 22 para. 1",
                "decree-809-2025, verification, verify, provider, receipt by provider, 10, 0, 26 para. 2",
                "neijiang-2020-draft, share-request-conditional, reply, provider, action open, 10, 0, 26 para. 1",
                "hunan-2021, share-request-conditional, reply, provider, action open, 10, 0, ch. 3 para. 11 (2)",
                "shenyang-2016, share-request-conditional, reply, provider, action receive-form, 7, 0, 20 (4)",
                "shenyang-2020, share-request-conditional, reply, provider, receipt by provider, 5, 0, 20",
                "zhejiang-2022, share-request-unconditional, deliver, authority, step delivery, 2, 0, 25 para. 1",
                "zhejiang-2022, share-request-conditional, ask-opinion, authority, step asking, 1, 0, 25 para. 2",
                "zhejiang-2022, share-request-conditional, reply, provider, action ask-opinion, 3, 0, 25 para. 2",
                "zhejiang-2022, share-request-conditional, deliver, authority, action consent, 2, 0, 25 para. 2",
                "zhejiang-2022, share-request-conditional, audit, authority, action refuse, 2, 0, 25 para. 2",
                "zhejiang-2022, share-request-conditional, deliver-after-review, authority, action override, 2, 0, 25 para. 2",
            })
    void clock_isAsItsArticleSays(
            String pack,
            String procedure,
            String name,
            String obligor,
            String start,
            int period,
            int more,
            String article) {
        var clock = Law.builtIn().alone(pack, procedure).clock(name);
        assertEquals(obligor, clock.rule().obligor());
        assertEquals(start, start(clock));
        assertEquals(period, clock.period());
        assertEquals(more, clock.extension().map(Extension::upTo).orElse(0));
        assertEquals(article, clock.rule().basis().article());
    }

    private static String start(EffectiveClock clock) {
        Optional<String> step = clock.rule().startStep().map(s -> "step " + s);
        return step.or(() -> clock.rule().startAction().map(a -> "action " + a))
                .or(() -> clock.rule().startParty().map(p -> "receipt by " + p))
                .or(() -> clock.rule().startDate().map(d -> "date " + d))
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}: art. {1}")
    @CsvSource({
        "decree-809-2025, 39",
        "hebei-2022, 30",
        "neijiang-2020-draft, 48",
        "hunan-2021, ch. 4 para. 10",
        "shenyang-2016, 27 para. 2",
        "shenyang-2020, 34",
        "zhejiang-2022, 47 para. 2"
    })
    void orderToCorrect_runsUntilTheDateThatItSets(String pack, String article) {
        var clock = Law.builtIn().alone(pack, "correction").clock("correct");
        assertEquals(Optional.of("by"), clock.rule().until());
        assertEquals("agency", clock.rule().obligor());
        assertEquals(Optional.empty(), clock.extension());
        assertEquals(article, clock.rule().basis().article());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"decree-809-2025, suspension, correct, 27 para. 2", "decree-809-2025, disposal, dispose, 27 para. 1"})
    void clocksOfProceduresAboutGrants_runUntilTheDateThatIsSet(
            String pack, String procedure, String name, String article) {
        var clock = Law.builtIn().alone(pack, procedure).clock(name);
        assertEquals(Optional.of("until"), clock.rule().until());
        assertEquals("requester", clock.rule().obligor());
        assertEquals(article, clock.rule().basis().article());
    }

    @Test
    void noClock_isLeftOut() {
        var clocks = Law.builtIn().packs().stream()
                .flatMap(pack -> pack.procedures().values().stream())
                .filter(procedure -> !procedure.isOnGrant())
                .mapToInt(procedure -> procedure.clocks().size())
                .sum();
        assertEquals(21 + 7, clocks);
    }
}
