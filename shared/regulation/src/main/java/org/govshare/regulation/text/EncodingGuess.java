package org.govshare.regulation.text;

/** What a text that is not UTF-8 looks like, in words that say how to mend it. */
final class EncodingGuess {
    private static final String UTF_16 = ". It looks like UTF-16, which Excel calls Unicode text; save it as UTF-8";
    private static final String GBK =
            ". It looks like GBK, in which Excel saves Chinese; save it as \"CSV UTF-8\", or convert it from GB18030";
    private static final String WORKBOOK = "is a workbook or a zip file, not a text; save it as \"CSV UTF-8\"";
    private static final int SAMPLE = 512;

    private EncodingGuess() {}

    /** What else than UTF-8 the beginning shows, as a whole sentence; empty when nothing does. */
    static String ofBeginning(byte[] octets, int end) {
        if (begins(octets, end, 0xFE, 0xFF) || begins(octets, end, 0xFF, 0xFE)) {
            return "is not UTF-8: octet " + String.format("%02X", octets[0]) + " at offset 0" + UTF_16;
        }
        if (begins(octets, end, 'P', 'K', 3, 4) || begins(octets, end, 0xD0, 0xCF, 0x11, 0xE0)) {
            return WORKBOOK;
        }
        if (begins(octets, end, 0x1F, 0x8B)) {
            return "is gzip; give it a name that ends in .gz";
        }
        return manyZeros(octets, Math.min(end, SAMPLE)) ? "is not UTF-8: it is full of octets 00" + UTF_16 : "";
    }

    static boolean beginsWithMark(byte[] octets, int end) {
        return begins(octets, end, 0xEF, 0xBB, 0xBF);
    }

    /** What the line around a malformed octet looks like; empty when that is unknown. */
    static String of(byte[] octets, int at, int end) {
        var from = at;
        while (from > 0 && octets[from - 1] != '\n') {
            from--;
        }
        return gbk(octets, from, end) ? GBK : "";
    }

    private static boolean begins(byte[] octets, int end, int... wanted) {
        var same = end >= wanted.length;
        for (var i = 0; same && i < wanted.length; i++) {
            same = octet(octets, i) == wanted[i];
        }
        return same;
    }

    private static boolean manyZeros(byte[] octets, int end) {
        var zeros = 0;
        for (var i = 0; i < end; i++) {
            zeros += octets[i] == 0 ? 1 : 0;
        }
        return zeros > 1 && zeros * 4 >= end;
    }

    /**
     * Whether the line is ASCII and pairs of GBK, most of them in GB 2312, as they are in any Chinese text. Chinese in
     * UTF-8 that is merely damaged makes pairs too, but hardly half of them are there.
     */
    private static boolean gbk(byte[] octets, int from, int end) {
        var pairs = 0;
        var common = 0;
        for (var i = from; i < end && octets[i] != '\n'; i++) {
            var first = octet(octets, i);
            if (first >= 0x80 && i + 1 < end) {
                i++;
                var second = octet(octets, i);
                if (first == 0x80 || first == 0xFF || second < 0x40 || second == 0x7F || second == 0xFF) {
                    return false;
                }
                var usual = first >= 0xA1 && first <= 0xA9 || first >= 0xB0 && first <= 0xF7;
                pairs++;
                common += usual && second >= 0xA1 ? 1 : 0;
            }
        }
        return pairs > 0 && common * 5 >= pairs * 4;
    }

    private static int octet(byte[] octets, int at) {
        return octets[at] & 0xFF;
    }
}
