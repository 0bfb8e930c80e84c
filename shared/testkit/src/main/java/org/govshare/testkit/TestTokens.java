package org.govshare.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tokens as an issuer would sign them, with a key pair made anew for each test JVM. */
public final class TestTokens {
    /** The issuer that {@link PostgresResource} has the application trust. */
    public static final String ISSUER = "https://dev.govshare.invalid";

    /** The audience that {@link PostgresResource} has the application expect. */
    public static final String AUDIENCE = "govshare";

    // Kept in system properties: Quarkus loads this class once for each of its class loaders.
    private static final String PRIVATE = "govshare.test.token.private-key";
    private static final String PUBLIC = "govshare.test.token.public-key";

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JwtClaimsBuilder claims;
    private Instant issuedAt = Clock.systemUTC().instant();
    private Duration life = Duration.ofMinutes(30);

    private TestTokens(JwtClaimsBuilder claims) {
        this.claims = claims;
    }

    /** A token for the subject, with neither role nor agency yet; it lives 30 minutes from now. */
    public static TestTokens of(String subject) {
        return new TestTokens(Jwt.issuer(ISSUER)
                .subject(subject)
                .upn(subject)
                .audience(AUDIENCE)
                .claim("jti", UUID.randomUUID().toString()));
    }

    /** A token for a person of an agency, given by its credit code. */
    public static TestTokens agency(String creditCode, String... roles) {
        return of("test-" + creditCode).with("agency", creditCode).roles(roles);
    }

    /**
     * An {@code actorjwt} that lives five minutes: the sender's token, good for one event alone.
     *
     * @param data the event's data as JSON, however written
     */
    public static TestTokens actor(String creditCode, String role, String id, String source, String type, String data) {
        return agency(creditCode, role).boundTo(id, source, type, data);
    }

    /** Makes an {@code actorjwt} of any token, good for five minutes from now. */
    public TestTokens boundTo(String id, String source, String type, String data) {
        return issued(Clock.systemUTC().instant(), Duration.ofMinutes(5))
                .with("event_id", id)
                .with("event_source", source)
                .with("event_type", type)
                .with("event_digest", digest(data));
    }

    /** SHA-256 of the data with its members sorted and without spaces, as a sender would reckon it. */
    private static String digest(String data) {
        try {
            String sorted = SORTED.writeValueAsString(SORTED.readValue(data, Object.class));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sorted.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new IllegalArgumentException(data, e);
        }
    }

    public TestTokens roles(String... roles) {
        claims.groups(Set.of(roles));
        return this;
    }

    /** Sets any claim, the issuer's ({@code iss}) or the audience ({@code aud}) too. */
    public TestTokens with(String claim, Object value) {
        claims.claim(claim, value);
        return this;
    }

    /** Sets when the token was issued and how long it is good; a negative life makes an expired one. */
    public TestTokens issued(Instant at, Duration goodFor) {
        issuedAt = at;
        life = goodFor;
        return this;
    }

    /** The compact form, signed with RS256. */
    public String sign() {
        return claims.issuedAt(issuedAt).expiresAt(issuedAt.plus(life)).sign(privateKey());
    }

    /** As {@link #sign}, with one claim of any JSON type: for tokens that no issuer should make. */
    public String signWith(String claim, Object value) {
        try {
            String[] parts = sign().split("\\.");
            ObjectNode payload =
                    (ObjectNode) ASCII.readTree(Base64.getUrlDecoder().decode(parts[1]));
            payload.set(claim, ASCII.valueToTree(value));
            Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
            String content = parts[0] + "." + encoder.encodeToString(ASCII.writeValueAsBytes(payload));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoder.encodeToString(signature.sign());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(claim, e);
        }
    }

    /** The value of an Authorization header. */
    public String bearer() {
        return "Bearer " + sign();
    }

    /** The configuration by which an application accepts these tokens and no others. */
    public static Map<String, String> verification() {
        makeKeysOnce();
        return Map.of(
                "mp.jwt.verify.publickey",
                System.getProperty(PUBLIC),
                "mp.jwt.verify.publickey.algorithm",
                "RS256",
                "mp.jwt.verify.issuer",
                ISSUER,
                "mp.jwt.verify.audiences",
                AUDIENCE);
    }

    private static PrivateKey privateKey() {
        makeKeysOnce();
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void makeKeysOnce() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PUBLIC) != null) {
                return;
            }
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                Base64.Encoder base64 = Base64.getEncoder();
                System.setProperty(
                        PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
                System.setProperty(
                        PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
