package org.govshare.platform.json;

/** Recognises octets that could be GBK or GB 18030 by their ranges, because a native image has no such charset. */
final class Gbk {

    private Gbk() {}

    /** Whether the octets are whole characters of one, two or four octets. */
    static boolean fits(byte[] octets) {
        int at = 0;
        while (at < octets.length) {
            int length = lengthAt(octets, at);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** The number of octets of the character; 0 if there is none. */
    private static int lengthAt(byte[] octets, int at) {
        if (octet(octets, at) < 0x80) {
            return 1;
        }
        if (!isLead(octets, at)) {
            return 0;
        }
        int second = octet(octets, at + 1);
        if (second >= 0x40 && second <= 0xfe && second != 0x7f) {
            return 2;
        }
        return isDigit(octets, at + 1) && isLead(octets, at + 2) && isDigit(octets, at + 3) ? 4 : 0;
    }

    private static boolean isLead(byte[] octets, int at) {
        int octet = octet(octets, at);
        return octet >= 0x81 && octet <= 0xfe;
    }

    private static boolean isDigit(byte[] octets, int at) {
        int octet = octet(octets, at);
        return octet >= '0' && octet <= '9';
    }

    private static int octet(byte[] octets, int at) {
        return at < octets.length ? octets[at] & 0xff : -1;
    }
}
