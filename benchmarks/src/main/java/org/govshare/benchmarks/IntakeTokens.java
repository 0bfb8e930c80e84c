package org.govshare.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;

/** Tokens (RFC 7519, RS256) of an issuer whose keys live as long as the benchmark. */
final class IntakeTokens {
    private static final String AGENCY = "Y1130100FAKE01032F";
    private static final int GOOD_FOR_SECONDS = 3600;

    private final KeyPair keys;

    IntakeTokens() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** A token for a platform of the agency that asks. */
    String of(String subject) throws GeneralSecurityException {
        long now = Clock.systemUTC().instant().getEpochSecond();
        String claims = "{\"iss\":\"https://dev.govshare.invalid\",\"aud\":\"govshare\",\"sub\":\"" + subject
                + "\",\"upn\":\"" + subject + "\",\"agency\":\"" + AGENCY + "\",\"groups\":[\"platform\"],\"iat\":"
                + now
                + ",\"exp\":" + (now + GOOD_FOR_SECONDS) + ",\"jti\":\"" + subject + "\"}";
        String signed = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
