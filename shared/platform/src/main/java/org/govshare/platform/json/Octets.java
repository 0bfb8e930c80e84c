package org.govshare.platform.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.govshare.platform.PlatformMessages;
import org.govshare.regulation.document.Text;

/**
 * Octets from outside, which must be UTF-8 without a byte order mark (RFC 8259 section 8.1).
 *
 * @param text the text up to the first octet that is not UTF-8
 * @param fault why the octets are not UTF-8, with encoding and offset; empty if they are
 */
record Octets(String text, Optional<Text> fault) {

    static Octets of(byte[] body) {
        Optional<String> mark = mark(body);
        if (mark.isPresent()) {
            return new Octets("", mark.map(Octets::marked));
        }
        ByteBuffer octets = ByteBuffer.wrap(body);
        CharBuffer characters = CharBuffer.allocate(body.length);
        CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(octets, characters, true);
        String text = characters.flip().toString();
        return new Octets(text, end.isError() ? Optional.of(broken(body, octets.position())) : Optional.empty());
    }

    /** The encoding of the byte order mark at the beginning. */
    private static Optional<String> mark(byte[] body) {
        if (startsWith(body, 0xef, 0xbb, 0xbf)) {
            return Optional.of("UTF-8");
        }
        if (startsWith(body, 0xfe, 0xff)) {
            return Optional.of("UTF-16BE");
        }
        return startsWith(body, 0xff, 0xfe) ? Optional.of("UTF-16LE") : Optional.empty();
    }

    private static boolean startsWith(byte[] body, int... octets) {
        for (int i = 0; i < octets.length; i++) {
            if (i >= body.length || (body[i] & 0xff) != octets[i]) {
                return false;
            }
        }
        return true;
    }

    private static Text marked(String encoding) {
        return PlatformMessages.beginsWithMark(encoding);
    }

    private static Text broken(byte[] body, int offset) {
        boolean gbk = Gbk.fits(body);
        return PlatformMessages.notUtf8(offset, gbk);
    }
}
