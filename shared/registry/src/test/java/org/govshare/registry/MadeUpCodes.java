package org.govshare.registry;

import org.govshare.platform.identity.CreditCode;

/**
 * The one pattern of our made-up credit codes: Y1 (other registering authority), the region, an organisation code of
 * FAKE and a serial with its own check character (GB 11714), and the check character of the whole.
 */
public final class MadeUpCodes {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private MadeUpCodes() {}

    /** The code of the serial, 0 to 9999, in the region. */
    public static String of(String region, int serial) {
        String organisation = String.format("FAKE%04d", serial);
        String first17 = "Y1" + region + organisation + organisationCheck(organisation);
        return first17 + CreditCode.checkCharacter(first17);
    }

    private static char organisationCheck(String organisation) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.getNumericValue(organisation.charAt(i)) * WEIGHTS[i];
        }
        return "0X987654321".charAt(sum % 11);
    }
}
