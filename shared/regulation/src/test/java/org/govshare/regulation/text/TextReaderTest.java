package org.govshare.regulation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void textInUtf8_isReadAsItIs() throws IOException {
        var text = "code,name\r\n1,石家庄\n2,😀𠮷\r\n";
        assertEquals(text, read("a.csv", utf8(text)));
        assertEquals("", read("a.csv", new byte[0]));
        assertEquals("a", read("a.csv", utf8("a")));
    }

    @Test
    void byteOrderMark_isTakenOffOnceAndAtTheBeginningOnly() throws IOException {
        assertEquals("code\n\uFEFF1\n", read("a.csv", utf8("\uFEFFcode\n\uFEFF1\n")));
        assertEquals("", read("a.csv", utf8("\uFEFF")));
        assertEquals("\uFEFFa", read("a.csv", utf8("\uFEFF\uFEFFa")));
    }

    @Test
    void gbk_isRefusedWithOctetOffsetLineAndWhatItLooksLike() {
        // The two octets of 石 make a letter in UTF-8 too; those of 家 do not.
        assertEquals(
                "a.csv:2: is not UTF-8: octet BC at offset 12. It looks like GBK, in which Excel saves Chinese;"
                        + " save it as \"CSV UTF-8\", or convert it from GB18030",
                refused("a.csv", "code,name\n石家庄\n".getBytes(GBK)));
    }

    /** Its first two octets happen to be a letter in UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"莫愁", "办法", "code\t莫斯科,1", "联通", "“引号”，一"})
    void gbkThatBeginsLikeUtf8_isStillKnown(String line) {
        var message = refused("a.csv", ("x\n" + line + "\n").getBytes(GBK));
        assertTrue(message.startsWith("a.csv:2: is not UTF-8: octet ") && message.contains("looks like GBK"), message);
    }

    @Test
    void utf16_isKnownWithAndWithoutItsMark() {
        var marked =
                "a.tsv:1: is not UTF-8: octet %s at offset 0. It looks like UTF-16, which Excel calls Unicode text;"
                        + " save it as UTF-8";
        assertEquals(marked.formatted("FE"), refused("a.tsv", "代码".getBytes(StandardCharsets.UTF_16)));
        assertEquals(marked.formatted("FF"), refused("a.tsv", "\uFEFF代码".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(
                "a.tsv:1: is not UTF-8: it is full of octets 00. It looks like UTF-16, which Excel calls Unicode text;"
                        + " save it as UTF-8",
                refused("a.tsv", "code\tregion\n1\t130102\n".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void damagedUtf8_isNotTakenForGbk() {
        var damaged = utf8("code,名称\n1,石家庄市长安区\n");
        damaged[20] = 'x';
        assertEquals("a.csv:2: is not UTF-8: octet BA at offset 21", refused("a.csv", damaged));
        assertEquals("a.csv:1: is not UTF-8: octet ED at offset 0", refused("a.csv", bytes(0xED, 0xA0, 0x80, 'a')));
        assertEquals("a.csv:1: is not UTF-8: octet C0 at offset 1", refused("a.csv", bytes('a', 0xC0, 0x80, 'a')));
    }

    @Test
    void textCutOffWithinACharacter_saysSo() {
        var whole = utf8("a\n市");
        assertEquals(
                "a.csv:2: ends in the middle of a character, at offset 2",
                refused("a.csv", Arrays.copyOf(whole, whole.length - 1)));
    }

    @Test
    void linesAreCountedAsEditorsDo() {
        assertTrue(refused("a", bytes('a', '\r', '\n', 'b', '\r', 'c', '\n', '\n', 0xFF))
                .startsWith("a:5: "));
        var edge = new byte[(1 << 16) + 1];
        Arrays.fill(edge, (byte) 'x');
        edge[(1 << 16) - 1] = '\r';
        edge[1 << 16] = '\n';
        var end = Arrays.copyOf(edge, edge.length + 1);
        end[edge.length] = (byte) 0xFF;
        assertEquals("a:2: is not UTF-8: octet FF at offset 65537", refused("a", end));
    }

    @Test
    void charactersAcrossTheBuffersEdge_stayWhole() throws IOException {
        for (var before = (1 << 16) - 5; before < (1 << 16) + 2; before++) {
            var text = "x".repeat(before) + "\n市😀市";
            assertEquals(text, read("a", utf8(text)));
        }
    }

    @Test
    void gzip_isUnpackedWhereTheNameSaysSo() throws IOException {
        var text = "code\n" + "1,石家庄\n".repeat(100_000);
        var packed = gzip(utf8("\uFEFF" + text));
        assertEquals(text, read("a.csv.gz", packed));
        assertEquals("a.csv:1: is gzip; give it a name that ends in .gz", refused("a.csv", packed));
    }

    @Test
    void gzipOfSeveralMembers_isReadWhole_orRefusedWhole() throws IOException {
        var first = gzip(utf8("code\n1\n"));
        var second = gzip(utf8("2\n3\n"));
        assertEquals("code\n1\n2\n3\n", read("a.gz", joined(first, second)));
        assertEquals("code\n1\n2\n3\n", read("a.gz", joined(first, second, new byte[512])));
        var damaged = "a.gz: is no gzip file, or a damaged one: wrong after 7 octets of text";
        var cutOff = "a.gz: is cut off: its gzip data ends too early, after 7 octets of text";
        assertEquals(damaged, refused("a.gz", joined(first, utf8("garbage"))));
        assertEquals(damaged, refused("a.gz", joined(first, new byte[] {0}, second)));
        var other = second.clone();
        other[0] = 0;
        assertEquals(damaged, refused("a.gz", joined(first, other)));
        for (int kept : new int[] {1, 8, 10}) {
            assertEquals(cutOff, refused("a.gz", joined(first, Arrays.copyOf(second, kept))), () -> kept + " octets");
        }
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.write(part);
        }
        return whole.toByteArray();
    }

    @Test
    void gzipThatIsCutOffOrDamaged_isReportedInWords() throws IOException {
        var packed = gzip(utf8("code\n1\n"));
        assertEquals(
                "a.gz: is cut off: its gzip data ends too early, after 7 octets of text",
                refused("a.gz", Arrays.copyOf(packed, packed.length - 4)));
        assertEquals(
                "a.gz: is cut off: its gzip data ends too early, after 0 octets of text", refused("a.gz", new byte[0]));
        assertEquals(
                "a.gz: is no gzip file, or a damaged one: wrong after 0 octets of text",
                refused("a.gz", utf8("code\n1\n")));
        packed[packed.length - 6] ^= 1;
        assertEquals("a.gz: is no gzip file, or a damaged one: wrong after 7 octets of text", refused("a.gz", packed));
    }

    @Test
    void workbook_isNoText() {
        assertEquals(
                "a.csv:1: is a workbook or a zip file, not a text; save it as \"CSV UTF-8\"",
                refused("a.csv", bytes('P', 'K', 3, 4, 20, 0)));
    }

    @Test
    void endlessText_isReadByTheBuffer() throws IOException {
        var endless = new Endless("1,石家庄\n");
        try (var text = TextReader.of("a", endless)) {
            for (var i = 0; i < 1_000_000; i++) {
                assertEquals("1,石家庄\n".charAt(i % 6), text.read());
            }
        }
        var octets = 1_000_000 / 6 * 12;
        assertTrue(endless.given < octets + (1 << 18), () -> endless.given + " octets taken, " + octets + " read");
    }

    @Test
    void lineWithoutAnEnd_isRefused() {
        var message = assertThrows(
                        UnreadableText.class,
                        () -> TextReader.of("a", new Endless("x")).transferTo(Writer.nullWriter()))
                .getMessage();
        assertEquals("a:1: has a line of more than 1048576 characters", message);
    }

    @Test
    void wholeText_hasABound(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.yaml"), "abcdefg\n".repeat(1 << 19) + "x");
        assertEquals(
                file + ": has more than 4194304 characters",
                assertThrows(UnreadableText.class, () -> TextReader.whole(file)).getMessage());
    }

    /** Gives the same text again and again. */
    private static final class Endless extends InputStream {
        private final byte[] text;
        private long given;

        Endless(String text) {
            this.text = utf8(text);
        }

        @Override
        public int read() {
            return text[(int) (given++ % text.length)] & 0xFF;
        }
    }

    private static String read(String name, byte[] content) throws IOException {
        try (var text = TextReader.of(name, new ByteArrayInputStream(content))) {
            var all = new StringBuilder();
            for (var c = text.read(); c >= 0; c = text.read()) {
                all.append((char) c);
            }
            return all.toString();
        }
    }

    private static String refused(String name, byte[] content) {
        return assertThrows(UnreadableText.class, () -> read(name, content)).getMessage();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... octets) {
        var bytes = new byte[octets.length];
        for (var i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return bytes;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
