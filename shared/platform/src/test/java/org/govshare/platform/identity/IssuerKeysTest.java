package org.govshare.platform.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {
    private final Logger logger = Logger.getLogger(IssuerKeys.class.getName());
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final IssuerKeys keys = new IssuerKeys();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            log.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(listening);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(listening);
    }

    @Test
    void noKeyConfigured_isNotReadyAndLoggedOnce() {
        assertMissing(
                new JWTAuthContextInfo(),
                "no token can be verified: no key is configured; set MP_JWT_VERIFY_PUBLICKEY_LOCATION to the issuer's"
                        + " JWKS or its PEM file");
    }

    @Test
    void contentThatIsNoKey_isNotReadyAndLoggedOnce() {
        for (String content : List.of("<html>404</html>", "{\"keys\":[]}", "{}")) {
            log.clear();
            assertMissing(
                    with(content),
                    "no token can be verified: MP_JWT_VERIFY_PUBLICKEY_LOCATION has no key; it must be a JWKS or a"
                            + " public key as PEM");
        }
    }

    @Test
    void key_isReady() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        JWTAuthContextInfo settings = with("-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n");

        assertDoesNotThrow(() -> keys.require(settings));
        assertEquals(
                HealthCheckResponse.Status.UP,
                new TokenKeyCheck(keys, settings).call().getStatus());
        assertEquals(List.of(), log);
    }

    private void assertMissing(JWTAuthContextInfo settings, String logged) {
        IssuerKeys fresh = new IssuerKeys();
        RefusedToken refused = assertThrows(RefusedToken.class, () -> fresh.require(settings));
        assertEquals(Optional.of(TokenFault.NO_KEY), RefusedToken.faultIn(refused));
        assertTrue(refused.getCause() instanceof IOException, "a passing fault to whom a broker brings a command");
        HealthCheckResponse health = new TokenKeyCheck(fresh, settings).call();
        assertEquals(HealthCheckResponse.Status.DOWN, health.getStatus());
        assertEquals(Optional.empty(), health.getData(), "strangers read it");
        assertEquals(List.of(logged), log);
    }

    private static JWTAuthContextInfo with(String content) {
        JWTAuthContextInfo settings = new JWTAuthContextInfo();
        settings.setPublicKeyContent(content);
        settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        return settings;
    }
}
