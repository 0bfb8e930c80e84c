package org.govshare.standalone.entrance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.govshare.testkit.TestTokens;

/** The ways in which a token is none, each made of one that would do. */
enum BadToken {
    NONE,
    EXPIRED,
    NOT_YET_VALID,
    WRONG_ISSUER,
    WRONG_AUDIENCE,
    WRONG_KEY,
    ALG_NONE,
    HMAC_WITH_THE_PUBLIC_KEY;

    private static final PrivateKey STRANGERS_KEY = strangersKey();

    /** The compact token; nothing where the request has none at all. */
    Optional<String> of(TestTokens good) {
        Instant now = Clock.systemUTC().instant();
        return switch (this) {
            case NONE -> Optional.empty();
            case EXPIRED ->
                Optional.of(good.issued(now.minus(Duration.ofHours(2)), Duration.ofHours(1))
                        .sign());
            case NOT_YET_VALID ->
                Optional.of(good.with("nbf", now.plus(Duration.ofHours(1)).getEpochSecond())
                        .sign());
            case WRONG_ISSUER ->
                Optional.of(good.with("iss", "https://elsewhere.invalid").sign());
            case WRONG_AUDIENCE ->
                Optional.of(good.with("aud", "another-service").sign());
            case WRONG_KEY -> Optional.of(resigned(good.sign(), "RS256"));
            case ALG_NONE -> Optional.of(resigned(good.sign(), "none"));
            case HMAC_WITH_THE_PUBLIC_KEY -> Optional.of(resigned(good.sign(), "HS256"));
        };
    }

    private static String resigned(String good, String algorithm) {
        String header = encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
        String content = header + "." + good.split("\\.")[1];
        return content + "." + signature(content.getBytes(StandardCharsets.US_ASCII), algorithm);
    }

    private static String signature(byte[] content, String algorithm) {
        try {
            return switch (algorithm) {
                case "RS256" -> {
                    Signature signature = Signature.getInstance("SHA256withRSA");
                    signature.initSign(STRANGERS_KEY);
                    signature.update(content);
                    yield base64(signature.sign());
                }
                case "HS256" -> {
                    Mac mac = Mac.getInstance("HmacSHA256");
                    byte[] key =
                            Base64.getDecoder().decode(TestTokens.verification().get("mp.jwt.verify.publickey"));
                    mac.init(new SecretKeySpec(key, "HmacSHA256"));
                    yield base64(mac.doFinal(content));
                }
                default -> "";
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey strangersKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
