package org.govshare.standalone;

import static org.govshare.standalone.CommandLineTest.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.govshare.standalone.CommandLineTest.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code due --calendar}: counting with a notice that is not built in. */
class DueCalendarTest {
    private static final String NOTICE_2027 = """
            notice\t2027
            address\tmade-up
            2027-01-01\toff\t元旦
            2027-01-02\toff\t元旦
            2027-01-03\toff\t元旦
            2027-01-09\twork\t元旦
            """;

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aDueDayThatIsProvisional_isCertainByTheNoticeGiven() throws IOException {
        String[] ten = {"due", "--working-days", "10", "--from", "2026-12-28T10:00"};
        assertEquals("2027-01-12\tprovisional\n", run(ten).out());

        Ended given = run(CommandLineTest.and(ten, "--calendar", file("2027.tsv", NOTICE_2027)));

        // 29 to 31 December, 4 to 8 January, the make-up Saturday and 11 January
        assertEquals("2027-01-11\n", given.out());
        assertTrue(given.err().contains("does not rule off these statutory festival days: [2027-02-05"), given.err());
    }

    @Test
    void aClockOfAStackAndABatch_areCountedWithItToo() throws IOException {
        String notice = file("2027.tsv", NOTICE_2027);
        String[] stack = ("due --region 130100 --class conditional --clock reply --from 2026-12-30").split(" ");
        assertEquals("reply\t2027-01-07\tprovisional\n", run(stack).out());
        assertEquals(
                "reply\t2027-01-07\n",
                run(CommandLineTest.and(stack, "--calendar", notice)).out());
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("2026-12-28\t10\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertEquals(
                    "2026-12-28\t10\t2027-01-11\n",
                    run("due", "--batch", "--calendar", notice).out());
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void severalNotices_countInWhateverOrder_butNoYearIsLeftOut() throws IOException {
        String next = file("2028.tsv", "notice\t2028\naddress\tmade-up\n2028-01-01\toff\t元旦\n");
        String[] far = {"due", "--working-days", "1", "--from", "2028-01-03", "--calendar", next};

        Ended both = run(CommandLineTest.and(far, "--calendar", file("2027.tsv", NOTICE_2027)));

        assertEquals("2028-01-04\n", both.out());
        assertTrue(run(far).err().contains("The notice for 2027 must come before that for 2028"), run(far).err());
    }

    @Test
    void aFileThatIsNoNotice_isToldWithItsLine() throws IOException {
        String[] one = {"due", "--working-days", "1", "--from", "2026-12-28", "--calendar"};
        Ended broken =
                run(CommandLineTest.and(one, file("notice.tsv", "notice\t2027\naddress\tx\n2027-13-01\toff\t元旦\n")));

        assertEquals(1, broken.status());
        assertEquals("", broken.out());
        assertTrue(broken.err().contains("notice.tsv:3: \"2027-13-01\" is not a date"), broken.err());
        Ended missing = run(CommandLineTest.and(one, folder.resolve("none.tsv").toString()));
        assertTrue(missing.err().contains("none.tsv cannot be read"), missing.err());
    }
}
