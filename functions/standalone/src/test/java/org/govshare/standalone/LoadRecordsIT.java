package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.govshare.standalone.Govshare.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of records as people save them, loaded beside a running server. */
class LoadRecordsIT {
    @TempDir
    Path folder;

    @Test
    void filesAsPeopleSaveThem_areLoadedWholeOrSayWhatIsWrong() throws Exception {
        try (Govshare govshare = new Govshare(folder.resolve("home"))) {
            govshare.up();
            String good = "code,name,region\n1,办法一,130102\n2,办法二,130102\n";

            Ended gbk = load(govshare, "a.csv", good.getBytes(Charset.forName("GBK")));
            assertEquals(
                    new Ended(
                            1,
                            "",
                            "govshare: a.csv:2: is not UTF-8: octet B0 at offset 19. It looks like GBK, in which Excel"
                                    + " saves Chinese; save it as \"CSV UTF-8\", or convert it from GB18030\n"),
                    gbk);
            byte[] packed = gzip(good);
            Ended cut = load(govshare, "a.csv.gz", Arrays.copyOf(packed, packed.length - 6));
            assertEquals(1, cut.status());
            assertTrue(cut.err().startsWith("govshare: a.csv.gz: is cut off: its gzip data ends too early"), cut.err());
            assertEquals(
                    new Ended(1, "", "govshare: a.csv:1: has wrong column names: columns 1 and 2 are both \"code\"\n"),
                    load(govshare, "a.csv", utf8("code,code,region\n1,1,130102\n")));

            assertEquals(
                    new Ended(0, "2 rows read: 2 new, 0 changed, 0 unchanged, 0 rejected\n", ""),
                    load(govshare, "a.csv", utf8("\uFEFF" + good)));
            assertEquals(
                    new Ended(0, "2 rows read: 0 new, 0 changed, 2 unchanged, 0 rejected\n", ""),
                    load(govshare, "a.csv.gz", packed));
            assertEquals(
                    new Ended(
                            1,
                            "4 rows read: 0 new, 1 changed, 0 unchanged, 3 rejected\n"
                                    + "line 3 rejected: key is in more than one row of the file, also line 5\n"
                                    + "line 5 rejected: key is in more than one row of the file, also line 3\n"
                                    + "line 6 rejected: region must be a six-digit region code, such as 130100\n",
                            ""),
                    load(
                            govshare,
                            "a.csv",
                            utf8("code,name,region\n1,changed,130102\n2,\"x\ny\",130102\n2,z,130102\n3,,13\n")));
            Ended none = load(govshare, "a.csv", utf8("code,name,region\n" + ",,\n".repeat(25)));
            assertEquals(1, none.status(), none.err());
            assertTrue(none.out().startsWith("25 rows read: 0 new, 0 changed, 0 unchanged, 25 rejected\n"), none.out());
            assertTrue(none.out().endsWith("and 5 more rejected\n"), none.out());
            assertEquals(
                    new Ended(
                            1,
                            "",
                            "govshare: " + folder + " is not a file; what comes through a pipe cannot be read twice\n"),
                    records(govshare, folder));
        }
    }

    private Ended load(Govshare govshare, String name, byte[] content) throws Exception {
        return records(govshare, Files.write(folder.resolve(name), content));
    }

    private static Ended records(Govshare govshare, Path file) throws Exception {
        return govshare.run(
                "load",
                "records",
                "--dataset",
                "hebei-standard-addresses",
                "--key",
                "code",
                "--region",
                "region",
                file.toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(utf8(text));
        }
        return bytes.toByteArray();
    }
}
