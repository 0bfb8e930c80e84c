package org.govshare.regulation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.document.Resources;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Reason;
import org.govshare.regulation.procedure.RecurringDuties;
import org.govshare.regulation.procedure.RecurringDuties.Duty;
import org.govshare.regulation.procedure.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What opens by itself, by Shenyang's yearly report (art. 26 of the measures of 2016). */
class RecurringCasesTest {
    private static final String PROCEDURE = Resources.text("/recurring/yearly-report.yaml");
    private static final String CASES = Resources.text("/recurring/yearly-report-cases.yaml");
    private static final String LADDER = """
            ladders:
              report:
                - { rung: reminder, before: 1, to: [obligor], article: "26" }
                - { rung: overdue, after: 0, to: [obligor, leading-group], article: "26" }
            """;
    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();

    @Test
    void workedCases_comeOutAsWorkedOut() {
        var report = WorkedCases.play(shenyang(Map.of()), Law.builtInSources());
        assertEquals(List.of(), report.flaws());
        assertEquals(plainlyPlayed() + 9, report.played());
    }

    private static int plainlyPlayed() {
        var source = Law.builtInSources().stream()
                .filter(pack -> pack.id().equals("shenyang-2016"))
                .findFirst()
                .orElseThrow();
        return WorkedCases.play(source, Law.builtInSources()).played();
    }

    @Test
    void duty_isThatOfThePeriodThatTheDayLiesIn_andOnlyWhileTheTextIsOnAndInForce() {
        var report = new Duty("shenyang-2016", "yearly-report", "authority@210100", LocalDate.of(2024, 1, 1));
        assertEquals(List.of(report), duties(law(Map.of())).on(LocalDate.of(2024, 1, 1)));
        assertEquals(List.of(report), duties(law(Map.of())).on(LocalDate.of(2024, 12, 31)));
        assertEquals(List.of(), duties(law(Map.of())).on(LocalDate.of(2016, 12, 31)));
        var off = law(Map.of("rank: city-measures", "rank: city-measures\nswitched-off: true"));
        assertEquals(List.of(), duties(off).on(LocalDate.of(2024, 1, 1)));
        assertEquals(List.of(report), duties(off.switchedOn("shenyang-2016")).on(LocalDate.of(2024, 1, 1)));
    }

    @Test
    void nobody_opensItByHand() {
        var matter = new Matter("yearly-report", Optional.empty(), "210100", LocalDate.of(2024, 1, 2));
        var opening = new Opening(UUID.randomUUID(), matter, "authority@210100", "authority@210100", Map.of());
        var verdict = new Decider(law(Map.of()), new CaseOrgans(), CALENDAR)
                .open(opening, Instant.parse("2024-01-02T02:00:00Z"));
        assertEquals(Reason.NO_LAW, assertInstanceOf(Refusal.class, verdict).reason());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "every: year | every: decade | recurs.every: unknown length of period \"decade\"",
                "on: \"01-01\" | on: \"02-29\" | recurs.on: \"02-29\" is no day of each year",
                "on: \"01-01\" | on: \"1 January\" | recurs.on: \"1 January\" is no day of each year",
                "by: authority | by: ghost | recurs: unknown party \"ghost\"",
                "to: reporting | to: nowhere | recurs.to: there is no step \"nowhere\"",
                "on: \"01-01\" | when: new year | recurs.when: unknown key \"when\"",
                "steps: | open: { title: { zh: 报, en: x }, by: authority, to: reporting, article: \"26\" }\\nsteps: | open: a case is opened by an action or opens by itself",
                "procedure: yearly-report | procedure: yearly-report\\nshare-class: conditional | recurs: what recurs is about no dataset and has no share class",
                "is: authority-of-pack | is: opener | parties.authority: nobody opens the case",
                "is: authority-of-pack | is: opener | parties.leading-group: nobody opens the case",
                "until: \"03-31\" | until: \"02-30\" | clocks.report.until: no action states \"02-30\"",
            })
    void mistakes_areTold(String find, String replace, String message) {
        assertTrue(PROCEDURE.contains(find), find);
        var source = shenyang(Map.of(find, replace.replace("\\n", "\n")));
        var broken = assertThrows(BrokenDocument.class, () -> Law.of(List.of(source)));
        assertTrue(broken.getMessage().contains(message), broken::getMessage);
    }

    @Test
    void dayOfTheYear_endsOnlyWhatRecurs() {
        var open = "open: { title: { zh: 报, en: x }, by: authority, to: reporting, article: \"26\" }\nsteps:";
        var recurs = PROCEDURE.substring(PROCEDURE.indexOf("recurs:"), PROCEDURE.indexOf("steps:") + 6);
        var broken = assertThrows(BrokenDocument.class, () -> Law.of(List.of(shenyang(Map.of(recurs, open)))));
        assertTrue(
                broken.getMessage().contains("clocks.report.until: only what recurs ends on a day of the year"),
                broken::getMessage);
    }

    @Test
    void workedCase_namesAProviderOnlyWhereSomebodyOpensIt() {
        var named = CASES.replaceFirst("requester:", "provider: police@210100\n    requester:");
        assertEquals("it opens by itself and has no provider", flaw(shenyang(Map.of(CASES, named))));
    }

    private static String flaw(PackSource source) {
        return WorkedCases.play(source, Law.builtInSources()).flaws().get(0).what();
    }

    private static RecurringDuties duties(Law law) {
        return new RecurringDuties(law, new CaseOrgans(), CALENDAR);
    }

    private static Law law(Map<String, String> changes) {
        var sources = new ArrayList<PackSource>();
        Law.builtInSources().stream()
                .filter(source -> !source.id().equals("shenyang-2016"))
                .forEach(sources::add);
        sources.add(shenyang(changes));
        return Law.of(sources);
    }

    /** The measures of 2016 with the yearly report, and texts replaced in what is added and in the header. */
    private static PackSource shenyang(Map<String, String> changes) {
        var files = new HashMap<>(Law.builtInSources().stream()
                .filter(source -> source.id().equals("shenyang-2016"))
                .findFirst()
                .orElseThrow()
                .files());
        var header = files.get("pack.yaml").replace("ladders:\n", LADDER);
        files.put("pack.yaml", changes.containsKey("rank: city-measures") ? changed(header, changes) : header);
        files.put("procedures/yearly-report.yaml", changed(PROCEDURE, changes));
        files.put("cases/yearly-report.yaml", changed(CASES, changes));
        return new PackSource("shenyang-2016", files);
    }

    private static String changed(String text, Map<String, String> changes) {
        var changed = text;
        for (var change : changes.entrySet()) {
            changed = changed.replace(change.getKey(), change.getValue());
        }
        return changed;
    }
}
