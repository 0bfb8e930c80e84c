package org.govshare.standalone;

import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs tokens as the development issuer. */
final class Tokens {
    static final String ISSUER = "https://dev.govshare.invalid";
    static final String AUDIENCE = "govshare";

    private final PrivateKey key;
    private final Clock wallClock;

    Tokens(PrivateKey key, Clock wallClock) {
        this.key = key;
        this.wallClock = wallClock;
    }

    /** The compact form; {@code besides} is what else it says of its bearer, such as the {@code agency}. */
    String sign(String subject, Map<String, String> besides, List<String> roles, Duration goodFor) {
        Instant wallNow = wallClock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setStringListClaim("groups", roles);
        claims.setGeneratedJwtId();
        claims.setIssuedAt(NumericDate.fromSeconds(wallNow.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(wallNow.plus(goodFor).getEpochSecond()));
        besides.forEach(claims::setStringClaim);
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setHeader("typ", "JWT");
        token.setPayload(claims.toJson());
        token.setKey(key);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
