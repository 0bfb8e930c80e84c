package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.cases.PackCheck;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.reading.SmallPack;
import org.govshare.regulation.runner.ProcedureRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a higher text the steps of a lower one carry, and that the rest is said. */
class CarriedTest {
    private static final Law LAW = Law.builtIn().switchedOn("neijiang-2020-draft");

    private static EffectiveProcedure procedure(ShareClass shareClass, String region) {
        return LAW.effective(new Matter("share-request", Optional.of(shareClass), region, LocalDate.of(2025, 8, 1)))
                .orElseThrow();
    }

    private static List<String> said(List<Addition> additions) {
        return additions.stream()
                .map(item -> item.basis().pack() + " " + item.basis().article() + ": "
                        + item.what().en())
                .toList();
    }

    @ParameterizedTest(name = "in {0}, at step {1}")
    @CsvSource({"130100, review", "430100, reply", "210100, reply", "511000, reply"})
    void whatIsMissing_isToldOnceAndAllOfIt_inEachLocalTextsSteps(String region, String step) {
        var effective = procedure(ShareClass.CONDITIONAL, region);
        var action = effective.step(step).actions().get("return-for-completion");
        assertTrue(action.once(), region);
        assertEquals(Field.Kind.OPENING_FIELDS, action.requires().get(0).kind());
        assertTrue(
                said(effective.added()).stream()
                        .anyMatch(line -> line.startsWith("decree-809-2025 21 para. 2: ")
                                && line.endsWith("once, and all of it")),
                () -> said(effective.added()).toString());
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({"130100", "430100", "210100", "511000"})
    void theGovernmentDecides_inEachLocalTextsSteps(String region) {
        var effective = procedure(ShareClass.CONDITIONAL, region);
        var decision = effective.step("government-decision").actions();
        assertEquals(List.of("decide-to-share", "decide-not-to-share"), List.copyOf(decision.keySet()));
        var coordination = effective.step("coordination").actions();
        assertFalse(coordination.containsKey("decide-to-share"), region);
        assertEquals(
                "government-decision", coordination.get("record-no-agreement").to());
        assertEquals("delivery", decision.get("decide-to-share").to());
        assertTrue(
                effective.step("delivery").actions().get("deliver").effects().contains("open-grant"),
                "the way out ends with the data shared");
    }

    @Test
    void suspensionOfALocalText_staysUnderTheDecree() {
        var hunan = procedure(ShareClass.CONDITIONAL, "430100");
        assertTrue(hunan.procedure().actions().keySet().stream().anyMatch(path -> path.endsWith("suspend-supply")));
    }

    /** Hunan ch. 3 para. 11 (3): consent to sharing withheld data is filed, also where it follows the Decree's coordination. */
    @Test
    void whatAnActionOfALocalTextBringsAbout_staysWithTheHigherTextsActionOfThatName() {
        var effective = procedure(ShareClass.WITHHELD, "430100");
        assertTrue(effective.step("agreed").prevails());
        assertEquals(
                List.of("file-with-authority", "notify"),
                effective.step("agreed").actions().get("consent").effects());
        assertEquals(
                List.of("open-grant", "notify"),
                effective.step("delivery").actions().get("deliver").effects());
        assertEquals(
                List.of("notify"),
                procedure(ShareClass.CONDITIONAL, "430100")
                        .step("agreed")
                        .actions()
                        .get("consent")
                        .effects());
    }

    @Test
    void dataThatAreSharedAtOnce_needNoDeliveryOfTheHigherText_whatElseIsMissingIsSaid() {
        for (var region : List.of("430100", "210100", "511000")) {
            var missing = said(procedure(ShareClass.UNCONDITIONAL, region).notCarried());
            assertTrue(missing.stream().noneMatch(line -> line.contains("22 para. 1")), missing::toString);
            assertTrue(missing.contains("decree-809-2025 20 para. 3: consent to sharing"), missing::toString);
            assertTrue(missing.contains("decree-809-2025 28 para. 2: decide to share"), missing::toString);
        }
    }

    @Test
    void hebeisDecision_whichTheDecreesCoordinationReplaces_isSaidToo() {
        assertTrue(said(procedure(ShareClass.CONDITIONAL, "130100").notCarried())
                .contains("hebei-2022 15 para. 3: decide to share"));
    }

    @Test
    void oneConsentIsAskedForAnExtension_thatOfTheHighestText_theOtherIsSaid() {
        var nation = SmallPack.changed(
                "nation-law",
                Map.of(
                        "rank: city-measures",
                        "rank: national-regulation",
                        "\"130100\"",
                        "\"000000\"",
                        "consented-by: authority,",
                        "consented-by: requester, tells: [provider],"));
        var clock = Law.of(List.of(SmallPack.sound(), nation))
                .effective(new Matter(
                        "share-request", Optional.of(ShareClass.CONDITIONAL), "130100", LocalDate.of(2025, 3, 3)))
                .orElseThrow();
        Extension extension = clock.clock("reply").extension().orElseThrow();
        assertEquals("requester", extension.consentedBy());
        assertEquals(List.of("provider"), extension.tells());
        assertTrue(
                said(clock.notCarried()).contains("city-law 5: reply: an extension takes the consent of authority"),
                () -> said(clock.notCarried()).toString());
    }

    @Test
    void theRequesterIsToldOfTheDecreesExtension_underEachText() {
        Stream.of("130100", "430100", "511000", "000000").forEach(region -> {
            var extension = procedure(ShareClass.CONDITIONAL, region)
                    .clock("reply")
                    .extension()
                    .orElseThrow();
            assertEquals(List.of("requester"), extension.tells(), region);
        });
    }

    @Test
    void packsCheck_saysWhatIsNotCarried() {
        var hebei = Law.builtInSources().stream()
                .filter(source -> source.id().equals("hebei-2022"))
                .findFirst()
                .orElseThrow();
        var check = PackCheck.of(hebei, Law.builtInSources(), ProcedureRunners.NONE);
        assertTrue(
                check.notCarried()
                        .contains("share-request-unconditional: consent to sharing (decree-809-2025 20 para. 3)"),
                check.notCarried()::toString);
    }
}
