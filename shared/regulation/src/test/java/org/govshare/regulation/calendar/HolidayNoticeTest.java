package org.govshare.regulation.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.govshare.regulation.document.BrokenDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayNoticeTest {
    private static final String HEAD = "notice\t2027\naddress\thttps://example.org/notice\n";

    @Test
    void wellFormed_isRead() {
        var notice =
                HolidayNotice.read("2027.tsv", "# facts\r\n" + HEAD + "2026-12-31\toff\t元旦\n2027-01-02\twork\t元旦\n");
        assertEquals(2027, notice.year());
        assertEquals(List.of("https://example.org/notice"), notice.addresses());
        assertEquals(
                new Ruling(LocalDate.of(2027, 1, 2), false, "元旦"),
                notice.rulings().get(1));
    }

    @Test
    void sinceTheLawOf2025_noNoticeLeavesOutAStatutoryDay() {
        assertEquals(List.of(), HolidayNotice.builtIn(2025).missingStatutoryDays());
        assertEquals(List.of(), HolidayNotice.builtIn(2026).missingStatutoryDays());
        var typed = HolidayNotice.read("2027.tsv", HEAD + "2027-01-01\toff\t元旦\n");
        assertEquals(12, typed.missingStatutoryDays().size());
    }

    @Test
    void amendedYears_nameBothNotices() {
        for (var year : List.of(2015, 2019, 2020)) {
            assertEquals(2, HolidayNotice.builtIn(year).addresses().size());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-13-01;off;元旦 | :3: \"2027-13-01\" is not a date | “2027-13-01”不是日期。写成 2027-01-01 这样",
                "2028-01-01;off;元旦 | :3: 2028-01-01 cannot be in the notice for 2027 | 2028-01-01 不归 2027 年的通知规定。只写当年和上年 12 月底的日期",
                "2026-12-28;off;元旦 | :3: 2026-12-28 cannot be in the notice for 2027 | 2026-12-28 不归 2027 年的通知规定。只写当年和上年 12 月底的日期",
                "2027-01-01;free;元旦 | :3: \"free\" is neither off nor work | “free”既不是 off 也不是 work。写其中之一",
                "2027-01-01;off; | :3: the festival is missing | 没有节日。写在第三列",
                "2027-01-01;off;\u200b | :3: the festival is missing | 没有节日。写在第三列",
                "2027-01-01;off | :3: the line must have three columns | 每行三列。写：日期、off 或 work、节日，以制表符隔开",
                "2027-01-01;off;元旦#2027-01-01;off;元旦 | :4: 2027-01-01 is listed twice | 2027-01-01 重复。只留一行",
                "notice;2027 | :3: the file must have one line with one year | 年份只写一次、一个。写：notice、制表符、年份",
                "address;a;b | :3: the line must have one address | 每行写一个网址。写：address、制表符、通知的网址",
                "address;\u00a0 | :3: the line must have one address | 每行写一个网址。写：address、制表符、通知的网址",
                "'' | : no day is listed | 没有任何日期。加若干行：日期、制表符、off 或 work、制表符、节日",
            })
    void broken_isRefusedNamingLineAndMend(String rows, String message, String zh) {
        var text = HEAD + rows.replace(';', '\t').replace('#', '\n') + "\n";
        var broken = assertThrows(BrokenDocument.class, () -> HolidayNotice.read("2027.tsv", text));
        assertTrue(broken.getMessage().startsWith("2027.tsv" + message), broken::getMessage);
        assertTrue(broken.flaws().get(0).mend().length() > 5);
        assertEquals(zh, broken.flaws().get(0).zh());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the year is missing | 没有年份。首行写：notice、制表符、年份",
                "notice;27 | \"27\" is not a year | “27”不是年份。写成 2027 这样",
                "notice;2027 | the address of the notice is missing | 没有出处。加一行：address、制表符、通知的网址",
                "2027-01-01;off;元旦 | a day is listed before the year | 日期写在了年份之前。首行写：notice、制表符、年份",
            })
    void brokenHead_saysAsMuchInChinese(String rows, String what, String zh) {
        var text = rows.replace(';', '\t') + "\n";
        var broken = assertThrows(BrokenDocument.class, () -> HolidayNotice.read("2027.tsv", text));
        assertEquals(what, broken.flaws().get(0).what());
        assertEquals(zh, broken.flaws().get(0).zh());
    }
}
