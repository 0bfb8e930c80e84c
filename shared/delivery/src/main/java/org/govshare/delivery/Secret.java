package org.govshare.delivery;

import java.security.SecureRandom;
import java.util.Base64;

/** A signing key as Standard Webhooks writes it: {@code whsec_} and the base64 of 24 to 64 bytes. */
public final class Secret {
    private static final String PREFIX = "whsec_";
    private static final int LEAST = 24;
    private static final int MOST = 64;

    private Secret() {}

    /** Whether the text has the form. It does not check how random the key is. */
    public static boolean isWellFormed(String text) {
        if (text == null || !text.startsWith(PREFIX)) {
            return false;
        }
        try {
            int bytes = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
            return bytes >= LEAST && bytes <= MOST;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Makes a new key from the system's random numbers. */
    public static String make() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}
