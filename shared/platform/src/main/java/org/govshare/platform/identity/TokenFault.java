package org.govshare.platform.identity;

import org.govshare.platform.PlatformMessages;
import org.govshare.regulation.document.Text;

/**
 * Why a token was refused, in words that repeat nothing of the token and that a challenge may contain (RFC 6750 section
 * 3).
 */
public enum TokenFault {
    EXPIRED(PlatformMessages.TOKEN_EXPIRED),
    NOT_YET_VALID(PlatformMessages.TOKEN_NOT_YET_VALID),
    WRONG_AUDIENCE(PlatformMessages.TOKEN_OF_WRONG_AUDIENCE),
    WRONG_ISSUER(PlatformMessages.TOKEN_OF_WRONG_ISSUER),
    SIGNATURE(PlatformMessages.TOKEN_NOT_VERIFIED),
    LIFE(PlatformMessages.TOKEN_OF_WRONG_LIFE),
    CLAIMS(PlatformMessages.TOKEN_OF_WRONG_CLAIMS),
    NOT_A_JWT(PlatformMessages.TOKEN_NOT_AJWT),
    FOR_ONE_EVENT(PlatformMessages.TOKEN_FOR_ONE_EVENT),
    /** The token is not at fault: the issuer's key is not available. */
    NO_KEY(PlatformMessages.ISSUER_KEY_UNAVAILABLE);

    private final Text text;

    TokenFault(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }

    /** The value of {@code WWW-Authenticate}. */
    String challenge() {
        return this == NO_KEY
                ? BearerTokens.CHALLENGE
                : BearerTokens.CHALLENGE + " error=\"invalid_token\", error_description=\"" + text.en() + '"';
    }
}
