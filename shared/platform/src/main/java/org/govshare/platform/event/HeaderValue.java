package org.govshare.platform.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads attributes from headers (CloudEvents HTTP binding, 3.1.3.2). */
final class HeaderValue {
    private static final char LAST_OF_ASCII = 0x7f;

    private HeaderValue() {}

    /** The decoded value: unquoted first, then percent-decoded once. Empty if the header does not have that form. */
    static Optional<String> decoded(String header) {
        boolean ascii = header.chars().allMatch(c -> c <= LAST_OF_ASCII);
        return ascii ? unquoted(header).flatMap(HeaderValue::percentDecoded) : Optional.empty();
    }

    /**
     * A value quoted as a whole, without its quotes and backslashes (RFC 7230 section 3.2.6). A quotation mark inside
     * is an ordinary character, because a value such as {@code W/"a"} is sent by SDKs that do not encode it.
     */
    private static Optional<String> unquoted(String header) {
        if (!header.startsWith("\"")) {
            return Optional.of(header);
        }
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < header.length(); i++) {
            char next = header.charAt(i);
            if (next == '"') {
                return i == header.length() - 1 ? Optional.of(value.toString()) : Optional.empty();
            }
            if (next == '\\') {
                i++;
                if (i == header.length()) {
                    return Optional.empty();
                }
                next = header.charAt(i);
            }
            value.append(next);
        }
        return Optional.empty();
    }

    private static Optional<String> percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        ByteBuffer octets = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                octets.put((byte) text.charAt(i));
                continue;
            }
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low < 0) {
                return Optional.empty();
            }
            octets.put((byte) (high << 4 | low));
            i += 2;
        }
        return utf8(octets.flip());
    }

    private static Optional<String> utf8(ByteBuffer octets) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(octets)
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
