package org.govshare.platform.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies tokens with the issuer's keys. It loads them when they are first needed, and tries again each time until it has
 * them. It logs why it cannot load them, once for each new reason.
 */
@ApplicationScoped
class IssuerKeys extends DefaultJWTTokenParser {
    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
    private static final String SETTING = "MP_JWT_VERIFY_PUBLICKEY_LOCATION";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ReentrantLock loading = new ReentrantLock();
    private volatile VerificationKeyResolver keys;
    private volatile String logged = "";

    /**
     * Loads the keys if they are not loaded.
     *
     * @throws RefusedToken when they cannot be loaded now, with an {@link IOException} as a cause: the fault may pass
     */
    void require(JWTAuthContextInfo settings) throws RefusedToken {
        try {
            getVerificationKeyResolver(settings);
        } catch (UnresolvableKeyException | RuntimeException e) {
            throw new RefusedToken(TokenFault.NO_KEY, new IOException("the issuer's key is not available", e));
        }
    }

    /**
     * One thread loads the keys. Others wait for a moment, which is enough for a file but not for an issuer that does
     * not answer.
     */
    @Override
    protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo settings)
            throws UnresolvableKeyException {
        VerificationKeyResolver known = keys;
        if (known != null) {
            return known;
        }
        if (!patientLock()) {
            throw new UnresolvableKeyException("the issuer's keys are being loaded");
        }
        try {
            keys = keys == null ? loaded(settings) : keys;
            return keys;
        } catch (UnresolvableKeyException | RuntimeException e) {
            log(e);
            throw e;
        } finally {
            loading.unlock();
        }
    }

    private boolean patientLock() {
        try {
            return loading.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private VerificationKeyResolver loaded(JWTAuthContextInfo settings) throws UnresolvableKeyException {
        if (settings.getPublicVerificationKey() != null) {
            return (token, within) -> settings.getPublicVerificationKey();
        }
        if (settings.getPublicKeyContent() == null && settings.getPublicKeyLocation() == null) {
            throw new UnresolvableKeyException(
                    "no key is configured; set " + SETTING + " to the issuer's JWKS or its PEM file");
        }
        Keys keys = new Keys(settings);
        if (!keys.any()) {
            throw new UnresolvableKeyException(SETTING + " has no key; it must be a JWKS or a public key as PEM");
        }
        return keys;
    }

    private void log(Exception failure) {
        String reason = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .collect(Collectors.joining(": "));
        if (!logged.equals(reason)) {
            logged = reason;
            LOG.errorf("no token can be verified: %s", reason);
        }
    }

    /** The content of a location. */
    private final class Keys extends KeyLocationResolver {
        Keys(JWTAuthContextInfo settings) throws UnresolvableKeyException {
            super(settings);
        }

        boolean any() throws UnresolvableKeyException {
            return key != null || (jsonWebKeys != null && !jsonWebKeys.isEmpty()) || publishes();
        }

        /** An unknown key will stay unknown; a key that could not be fetched may be fetched later. */
        @Override
        public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> within) throws UnresolvableKeyException {
            try {
                return super.resolveKey(token, within);
            } catch (UnresolvableKeyException e) {
                publishes();
                throw e;
            }
        }

        private boolean publishes() throws UnresolvableKeyException {
            try {
                return httpsJwks != null && !httpsJwks.getJsonWebKeys().isEmpty();
            } catch (JoseException | IOException e) {
                log(e);
                throw new UnresolvableKeyException("the issuer's keys cannot be read", new IOException(e));
            }
        }
    }
}
