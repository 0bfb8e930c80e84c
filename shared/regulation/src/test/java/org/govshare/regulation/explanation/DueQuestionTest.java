package org.govshare.regulation.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.reading.SmallPack;
import org.junit.jupiter.api.Test;

class DueQuestionTest {
    private final DueQuestion question = new DueQuestion(Law.builtIn(), WorkingCalendar.builtIn());

    @Test
    void overNationalDay2025_everyDayIsListedWithItsReasonInBothLanguages() {
        var answer =
                question.clock("hebei-2022", "share-request-conditional", "reply", question.moment("2025-09-26T10:00"));
        assertEquals(LocalDate.of(2025, 10, 10), answer.due().lastDay());
        assertEquals(15, answer.days().size());
        assertEquals(5, answer.lastCounted().map(CountedDay::number).orElseThrow());
        var english = answer.text(Locale.ENGLISH);
        assertTrue(
                english.contains(
                        "period 5 working days: Hebei Measures for the Sharing and Use of Government Data, art. 15 para. 3"),
                english);
        assertTrue(english.contains("2025-09-26 Fri  -  day of the start, not counted"), english);
        assertTrue(
                english.contains("2025-09-28 Sun  1  weekend worked by the notice (国庆节、中秋节) https://www.gov.cn/"),
                english);
        assertTrue(english.contains("chosen: the text names no start"), english);
        var chinese = answer.text(Locale.SIMPLIFIED_CHINESE);
        assertTrue(chinese.contains("期限5个工作日：《河北省政务数据共享应用管理办法》第15条第3款"), chinese);
        assertTrue(chinese.contains("2025-10-01 周三  -  国庆节、中秋节放假，不计入"), chinese);
        assertTrue(chinese.contains("应于2025-10-10 24:00（Asia/Shanghai）前完成"), chinese);
    }

    @Test
    void whatAHigherTextDemandsAndTheseStepsDoNotCarry_isSaid_fromTheDayItIsInForce() {
        var on = question.notCarried("hebei-2022", "share-request-unconditional", question.moment("2025-08-01"));
        assertTrue(
                on.stream()
                        .anyMatch(item -> item.basis().pack().equals("decree-809-2025")
                                && item.basis().article().equals("20 para. 3")),
                on::toString);
        var eve = question.notCarried("hebei-2022", "share-request-unconditional", question.moment("2025-07-31"));
        assertEquals(List.of(), eve);
        var own = question.notCarried("decree-809-2025", "share-request-conditional", question.moment("2025-08-01"));
        assertEquals(List.of(), own);
        var unknown = question.notCarried("hebei-2022", "nap", question.moment("2025-08-01"));
        assertEquals(List.of(), unknown);
    }

    /** The code holds them, because a native executable's Java does not; this Java knows better. */
    @Test
    void weekdays_areThoseThatJavaKnows() {
        var answer = question.workingDays(10, question.moment("2026-06-01"));
        var days = answer.days().stream().map(CountedDay::date).toList();
        assertEquals(7, days.stream().map(LocalDate::getDayOfWeek).distinct().count());
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var text = answer.text(language);
            for (var day : days) {
                var named = day + " " + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, language) + " ";
                assertTrue(text.contains(named), named);
            }
        }
    }

    @Test
    void acrossTheHorizon_theAnswerSaysSo() {
        var answer = question.workingDays(10, question.moment("2026-12-28T10:00"));
        assertTrue(answer.due().provisional());
        assertTrue(answer.text(Locale.ENGLISH)
                .endsWith("on 2027-01-12, provisional until the next year's holiday notice\n"));
    }

    @Test
    void momentsWithoutAZone_areShanghaiTime() {
        assertEquals(Instant.parse("2025-09-26T02:00:00Z"), question.moment("2025-09-26T10:00"));
        assertEquals(Instant.parse("2025-09-25T16:00:00Z"), question.moment("2025-09-26"));
        assertEquals(Instant.parse("2025-09-26T10:00:00Z"), question.moment("2025-09-26T10:00:00Z"));
        assertThrows(RegulationException.class, () -> question.moment("tomorrow"));
    }

    @Test
    void unknownNames_areReportedWithTheKnownOnes() {
        var from = question.moment("2025-09-26");
        var clock = assertThrows(
                RegulationException.class,
                () -> question.clock("hebei-2022", "share-request-conditional", "nap", from));
        assertTrue(clock.getMessage().contains("known: review, reply, deliver"), clock::getMessage);
        var pack = assertThrows(RegulationException.class, () -> question.clock("x", "verification", "verify", from));
        assertTrue(pack.getMessage().contains("hebei-2022"), pack::getMessage);
    }

    @Test
    void aTextThatDoesNotRuleOnThatDay_saysWhyInBothLanguages() {
        var hebei = "hebei-2022";
        assertEquals(Optional.empty(), question.notInForce(hebei, question.moment("2023-01-01")));
        assertEquals(
                new Text(
                        "《河北省政务数据共享应用管理办法》自2023-01-01起施行，2022-12-31尚未施行",
                        "Hebei Measures for the Sharing and Use of Government Data comes into force on 2023-01-01;"
                                + " it was not yet in force on 2022-12-31"),
                question.notInForce(hebei, question.moment("2022-12-31T23:59")).orElseThrow());
        var draft = question.notInForce("neijiang-2020-draft", question.moment("2025-03-03"))
                .orElseThrow();
        assertEquals("《内江市政务数据资源管理暂行办法（征求意见稿）》未启用，不具效力", draft.zh());
        assertTrue(draft.en().endsWith(" is switched off and has no effect"), draft::en);
        var switchedOn = new DueQuestion(Law.builtIn().switchedOn("neijiang-2020-draft"), WorkingCalendar.builtIn());
        assertEquals(Optional.empty(), switchedOn.notInForce("neijiang-2020-draft", question.moment("2025-03-03")));
    }

    @Test
    void aTextThatEndedOrGaveWay_saysSo() {
        var ended = SmallPack.changed(
                "city-law", Map.of("from: 2020-01-01, article", "from: 2020-01-01, until: 2024-12-31, article"));
        var law = Law.of(List.of(ended));
        assertEquals(
                Optional.empty(),
                new DueQuestion(law, WorkingCalendar.builtIn()).notInForce("city-law", question.moment("2024-12-31")));
        assertEquals(
                new Text(
                        "《某市办法》施行至2024-12-31，2025-01-01已不再施行",
                        "A city's measures was in force until 2024-12-31; it was no longer in force on 2025-01-01"),
                new DueQuestion(law, WorkingCalendar.builtIn())
                        .notInForce("city-law", question.moment("2025-01-01"))
                        .orElseThrow());
        var later = SmallPack.changed(
                "city-law-2025",
                Map.of("from: 2020-01-01", "from: 2025-05-01", "rank:", "replaces: city-law\nrank:", "某市办法", "某市新办法"));
        var replaced = new DueQuestion(Law.of(List.of(SmallPack.sound(), later)), WorkingCalendar.builtIn());
        assertEquals(Optional.empty(), replaced.notInForce("city-law", question.moment("2025-04-30")));
        assertEquals(
                new Text(
                        "《某市办法》自2025-05-01起由《某市新办法》取代，2025-05-01已不再施行",
                        "A city's measures was replaced on 2025-05-01 by A city's measures;"
                                + " it was no longer in force on 2025-05-01"),
                replaced.notInForce("city-law", question.moment("2025-05-01")).orElseThrow());
    }

    @Test
    void aBatch_comesBackLineByLine() throws IOException {
        var lines = "# days\n2025-09-26\t4\n2025-09-26\t0\n2100-01-01\t1\n2026-12-28\t1\tkept\n\n";
        var out = new StringBuilder();
        var flaws = new ArrayList<String>();
        var batch = new DueBatch(WorkingCalendar.builtIn());
        assertEquals(2, batch.run(new BufferedReader(new StringReader(lines)), out, flaws::add));
        assertEquals("""
                # days
                2025-09-26\t4\t2025-10-09
                2025-09-26\t0
                2100-01-01\t1
                2026-12-28\t1\tkept\t2026-12-29\tprovisional

                """, out.toString());
        assertEquals(2, flaws.size());
        assertTrue(flaws.get(0).startsWith("Line 3: write a day"), () -> flaws.get(0));
        assertTrue(flaws.get(1).startsWith("Line 4: The calendar knows"), () -> flaws.get(1));
    }

    @Test
    void everyPack_canBeShownAsATable() {
        for (var pack : Law.builtIn().packs()) {
            var table = PackTable.of(pack, Locale.ENGLISH);
            pack.procedures().values().forEach(p -> {
                assertTrue(table.contains("\n" + p.name() + "  "), table);
                p.clocks().keySet().forEach(clock -> assertTrue(table.contains("  clock   " + clock), table));
            });
        }
        assertTrue(
                PackTable.of(Law.builtIn().pack("hunan-2021"), Locale.CHINESE).contains("第3章第11款第2项"));
    }
}
