package org.govshare.platform.identity;

import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.InvalidKeyException;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** A token that was refused, with the fault that the answer names. */
final class RefusedToken extends ParseException {
    private static final long serialVersionUID = 1L;

    private final TokenFault fault;

    RefusedToken(TokenFault fault, Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    /** Derives the fault from the verifier's report. A wrong signature hides all other faults: the claims can be false. */
    static RefusedToken by(ParseException refused) {
        return new RefusedToken(keyless(refused) ? TokenFault.NO_KEY : fault(refused.getCause()), refused);
    }

    /** The fault that made authentication fail; empty if the token was not at fault. */
    static Optional<TokenFault> faultIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedToken refused) {
                return Optional.of(refused.fault);
            }
        }
        return Optional.empty();
    }

    private static boolean keyless(Throwable refused) {
        return Stream.iterate(refused, cause -> cause != null, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }

    /** If there is no cause, the verifier refused only the times. */
    private static TokenFault fault(Throwable cause) {
        if (cause == null) {
            return TokenFault.LIFE;
        }
        if (cause instanceof JoseException) {
            return TokenFault.SIGNATURE;
        }
        return cause instanceof InvalidJwtException invalid ? fault(invalid) : TokenFault.CLAIMS;
    }

    private static TokenFault fault(InvalidJwtException invalid) {
        if (unverifiable(invalid)) {
            return TokenFault.SIGNATURE;
        } else if (invalid.hasExpired()) {
            return TokenFault.EXPIRED;
        } else if (invalid.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return TokenFault.NOT_YET_VALID;
        } else if (has(invalid, ErrorCodes.AUDIENCE_INVALID, ErrorCodes.AUDIENCE_MISSING)) {
            return TokenFault.WRONG_AUDIENCE;
        } else if (has(invalid, ErrorCodes.ISSUER_INVALID, ErrorCodes.ISSUER_MISSING)) {
            return TokenFault.WRONG_ISSUER;
        } else if (has(invalid, ErrorCodes.EXPIRATION_MISSING, ErrorCodes.ISSUED_AT_MISSING) || disordered(invalid)) {
            return TokenFault.LIFE;
        }
        return has(invalid, ErrorCodes.JSON_INVALID, ErrorCodes.MISCELLANEOUS)
                ? TokenFault.NOT_A_JWT
                : TokenFault.CLAIMS;
    }

    /**
     * The verifier has no code of its own for times in a wrong order. For a token that it cannot read, it also gives a
     * cause.
     */
    private static boolean disordered(InvalidJwtException invalid) {
        return invalid.hasErrorCode(ErrorCodes.MISCELLANEOUS) && invalid.getCause() == null;
    }

    private static boolean unverifiable(InvalidJwtException invalid) {
        Throwable cause = invalid.getCause();
        return has(invalid, ErrorCodes.SIGNATURE_INVALID, ErrorCodes.SIGNATURE_MISSING)
                || cause instanceof UnresolvableKeyException
                || cause instanceof InvalidKeyException
                || cause instanceof InvalidAlgorithmException;
    }

    private static boolean has(InvalidJwtException invalid, int one, int other) {
        return invalid.hasErrorCode(one) || invalid.hasErrorCode(other);
    }
}
