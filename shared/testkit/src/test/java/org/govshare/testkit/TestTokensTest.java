package org.govshare.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class TestTokensTest {
    @Test
    void agencyToken_carriesWhatTheApplicationReads() throws Exception {
        JwtClaims claims = verifier()
                .processToClaims(TestTokens.agency("11130000000000000X", "clerk", "leader")
                        .sign());

        assertEquals("11130000000000000X", claims.getStringClaimValue("agency"));
        assertEquals(
                List.of("clerk", "leader"),
                claims.getStringListClaimValue("groups").stream().sorted().toList());
        assertEquals(TestTokens.ISSUER, claims.getIssuer());
    }

    @Test
    void expired_isRefused() throws Exception {
        String token = TestTokens.of("late")
                .issued(Clock.systemUTC().instant().minusSeconds(600), Duration.ofMinutes(1))
                .sign();

        JwtConsumer verifier = verifier();
        assertThrows(InvalidJwtException.class, () -> verifier.processToClaims(token));
    }

    private static JwtConsumer verifier() throws Exception {
        byte[] key = Base64.getDecoder().decode(TestTokens.verification().get("mp.jwt.verify.publickey"));
        PublicKey verification = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key));
        return new JwtConsumerBuilder()
                .setVerificationKey(verification)
                .setExpectedIssuer(TestTokens.ISSUER)
                .setExpectedAudience(TestTokens.AUDIENCE)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .build();
    }
}
