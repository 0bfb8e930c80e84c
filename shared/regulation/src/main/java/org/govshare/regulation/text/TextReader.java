package org.govshare.regulation.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * The characters of a text that a person made: UTF-8 and nothing else, without its byte order mark. What is not UTF-8
 * throws {@link UnreadableText} with the octet, its offset and what the encoding looks like; nothing is ever replaced.
 * A name that ends in {@code .gz} means gzip. Memory stays the same however long the text is.
 */
public final class TextReader extends Reader {
    /** Characters of one line. */
    public static final int LONGEST_LINE = 1 << 20;

    /** Characters of a text that is read as a whole. */
    static final int LONGEST_WHOLE = 1 << 22;

    private static final int BUFFER = 1 << 16;
    private static final int MARK_LENGTH = 3;

    private final String name;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private final InputStream in;
    private boolean begun;
    private boolean ended;
    private long taken;
    private long line = 1;
    private int inLine;
    private boolean afterReturn;

    private TextReader(String name, InputStream in) {
        this.name = name;
        this.in = name.endsWith(".gz") ? new GzipMembers(in, BUFFER) : in;
    }

    /**
     * @param name for messages, and to know gzip by
     * @param in closed with the reader
     */
    public static TextReader of(String name, InputStream in) {
        return new TextReader(name, in);
    }

    /** The whole text of a file, of at most four million characters. */
    public static String whole(Path file) throws IOException {
        try (var text = of(file.toString(), Files.newInputStream(file))) {
            var whole = new StringBuilder();
            var part = new char[BUFFER];
            for (var count = text.read(part); count >= 0; count = text.read(part)) {
                whole.append(part, 0, count);
                if (whole.length() > LONGEST_WHOLE) {
                    throw text.flaw(0, "has more than " + LONGEST_WHOLE + " characters");
                }
            }
            return whole.toString();
        }
    }

    /** A fault of this text, also one that only the caller can see. */
    public UnreadableText flaw(long line, String what) {
        return new UnreadableText(name, line, what);
    }

    @Override
    public int read(char[] target, int start, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (!decode()) {
                return -1;
            }
        }
        var count = Math.min(length, chars.remaining());
        chars.get(target, start, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Decodes some more characters, perhaps none yet; false at the end. */
    private boolean decode() throws IOException {
        begin();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, false);
        chars.flip();
        if (chars.hasRemaining()) {
            countLines();
            return true;
        }
        if (result.isError()) {
            throw malformed();
        }
        if (!ended) {
            fill();
            return true;
        }
        if (bytes.hasRemaining()) {
            throw flaw(line, "ends in the middle of a character, at offset " + offset());
        }
        return false;
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        while (bytes.remaining() <= MARK_LENGTH && !ended) {
            fill();
        }
        var other = EncodingGuess.ofBeginning(bytes.array(), bytes.limit());
        if (!other.isEmpty()) {
            throw flaw(line, other);
        }
        if (EncodingGuess.beginsWithMark(bytes.array(), bytes.limit())) {
            bytes.position(MARK_LENGTH);
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        try {
            var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            taken += Math.max(read, 0);
            bytes.position(bytes.position() + Math.max(read, 0));
        } catch (EOFException e) {
            throw flaw(0, "is cut off: its gzip data ends too early, after " + taken + " octets of text");
        } catch (ZipException e) {
            throw flaw(0, "is no gzip file, or a damaged one: wrong after " + taken + " octets of text");
        } finally {
            bytes.flip();
        }
    }

    /** Counts as editors do: a line ends with LF, CR LF or CR. */
    private void countLines() throws UnreadableText {
        for (var i = chars.position(); i < chars.limit(); i++) {
            var c = chars.get(i);
            inLine++;
            if (c == '\r' || c == '\n') {
                line += c == '\n' && afterReturn ? 0 : 1;
                inLine = 0;
            } else if (inLine > LONGEST_LINE) {
                throw flaw(line, "has a line of more than " + LONGEST_LINE + " characters");
            }
            afterReturn = c == '\r';
        }
    }

    private UnreadableText malformed() {
        var octet = String.format("%02X", bytes.get(bytes.position()));
        var guess = EncodingGuess.of(bytes.array(), bytes.position(), bytes.limit());
        return flaw(line, "is not UTF-8: octet " + octet + " at offset " + offset() + guess);
    }

    /** Octets of text, from 0, before the next one. */
    private long offset() {
        return taken - bytes.remaining();
    }
}
