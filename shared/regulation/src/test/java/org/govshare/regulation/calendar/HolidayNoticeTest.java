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
                "2027-13-01;off;元旦 | :3: \"2027-13-01\" is no date",
                "2028-01-01;off;元旦 | :3: 2028-01-01 is not ruled by the notice for 2027",
                "2026-12-28;off;元旦 | :3: 2026-12-28 is not ruled by the notice for 2027",
                "2027-01-01;free;元旦 | :3: \"free\" is neither off nor work",
                "2027-01-01;off; | :3: the festival is missing",
                "2027-01-01;off | :3: three columns belong here",
                "2027-01-01;off;元旦#2027-01-01;off;元旦 | :4: 2027-01-01 is ruled twice",
                "notice;2027 | :3: one year belongs here, once",
                "'' | : it rules no day",
            })
    void broken_isRefusedNamingLineAndMend(String rows, String message) {
        var text = HEAD + rows.replace(';', '\t').replace('#', '\n') + "\n";
        var broken = assertThrows(BrokenDocument.class, () -> HolidayNotice.read("2027.tsv", text));
        assertTrue(broken.getMessage().startsWith("2027.tsv" + message), broken::getMessage);
        assertTrue(broken.flaws().get(0).mend().length() > 5);
    }
}
