package org.govshare.platform.identity;

import java.util.regex.Pattern;

/** The unified social credit code that names an agency (GB 32100-2015). */
public final class CreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final int LENGTH = 18;
    private static final int WEIGHT_BASE = 3;

    private CreditCode() {}

    /**
     * Whether the code has the standard's form in capitals and the right check character at its end. The inner check
     * character of the organisation code (GB 11714) is not checked, because codes without a valid one are in use.
     */
    public static boolean isValid(String code) {
        return code != null
                && FORM.matcher(code).matches()
                && code.charAt(LENGTH - 1) == checkCharacter(code.substring(0, LENGTH - 1));
    }

    /** The check character of a code's first seventeen characters, which must be of the standard's alphabet. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * WEIGHT_BASE % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }
}
