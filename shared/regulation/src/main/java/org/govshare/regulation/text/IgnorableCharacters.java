package org.govshare.regulation.text;

import java.util.Arrays;

/**
 * Characters without a shape of their own, listed here because a JDK knows only those of its Unicode version: Java 17 has
 * Unicode 13, Java 25 has Unicode 16, and the same text must get the same answer on both.
 */
final class IgnorableCharacters {

    /** Default_Ignorable_Code_Point of DerivedCoreProperties.txt (Unicode 16.0), 4174 code points: first and last of each run. */
    private static final int[] DEFAULT_IGNORABLE = {
        0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F,
        0x202A, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8,
        0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    /** Marks and format characters (Mn, Mc, Me, Cf) that UnicodeData.txt has in 16.0 and had not in 13.0. */
    private static final int[] LATER_MARKS = {
        0x890, 0x891, 0x897, 0x89F, 0x8CA, 0x8D2, 0xC3C, 0xC3C, 0xCF3, 0xCF3, 0xECE, 0xECE, 0x1715, 0x1715, 0x1AC1,
        0x1ACE, 0x1DFA, 0x1DFA, 0x10D69, 0x10D6D, 0x10EFC, 0x10EFF, 0x10F82, 0x10F85, 0x11070, 0x11070, 0x11073,
        0x11074, 0x110C2, 0x110C2, 0x11241, 0x11241, 0x113B8, 0x113C0, 0x113C2, 0x113C2, 0x113C5, 0x113C5, 0x113C7,
        0x113CA, 0x113CC, 0x113D0, 0x113D2, 0x113D2, 0x113E1, 0x113E2, 0x11F00, 0x11F01, 0x11F03, 0x11F03, 0x11F34,
        0x11F3A, 0x11F3E, 0x11F42, 0x11F5A, 0x11F5A, 0x13439, 0x13440, 0x13447, 0x13455, 0x1611E, 0x1612F, 0x1CF00,
        0x1CF2D, 0x1CF30, 0x1CF46, 0x1E08F, 0x1E08F, 0x1E2AE, 0x1E2AE, 0x1E4EC, 0x1E4EF, 0x1E5EE, 0x1E5EF
    };

    private IgnorableCharacters() {}

    /** Whether Unicode wants it ignored where it is not supported; code points kept free for such characters included. */
    static boolean isIgnorable(int c) {
        return isIn(DEFAULT_IGNORABLE, c);
    }

    /** Whether it is a mark or a format character that an older JDK takes for unassigned. */
    static boolean isLaterMark(int c) {
        return isIn(LATER_MARKS, c);
    }

    /** The runs ascend, so a code point lies in one when an odd number of bounds is below it, or it is a bound itself. */
    private static boolean isIn(int[] runs, int c) {
        int at = Arrays.binarySearch(runs, c);
        return at >= 0 || (-at - 1) % 2 == 1;
    }
}
