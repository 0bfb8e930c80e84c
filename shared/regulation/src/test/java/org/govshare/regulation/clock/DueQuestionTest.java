package org.govshare.regulation.clock;

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
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.explanation.CountedDay;
import org.govshare.regulation.explanation.PackTable;
import org.govshare.regulation.pack.Law;
import org.junit.jupiter.api.Test;

class DueQuestionTest {
    private final DueQuestion question = new DueQuestion(Law.builtIn(), WorkingCalendar.builtIn());

    @Test
    void overNationalDay2025_everyDayIsToldWithItsReasonInBothLanguages() {
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
    void unknownNames_areToldWithTheKnownOnes() {
        var from = question.moment("2025-09-26");
        var clock = assertThrows(
                RegulationException.class,
                () -> question.clock("hebei-2022", "share-request-conditional", "nap", from));
        assertTrue(clock.getMessage().contains("known: review, reply, deliver"), clock::getMessage);
        var pack = assertThrows(RegulationException.class, () -> question.clock("x", "verification", "verify", from));
        assertTrue(pack.getMessage().contains("hebei-2022"), pack::getMessage);
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
