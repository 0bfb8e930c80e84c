package org.govshare.platform.identity;

import org.govshare.regulation.document.Text;

/** Why a token was refused, in words that name nothing of the token and that a challenge may carry (RFC 6750 section 3). */
public enum TokenFault {
    EXPIRED("令牌已过期。", "The token has expired."),
    NOT_YET_VALID("令牌尚未生效，或者签发时间在将来。", "The token is not valid yet, or it was issued in the future."),
    WRONG_AUDIENCE("令牌的 aud 不是本平台。", "The aud of the token does not name this platform."),
    WRONG_ISSUER("令牌不是本平台认可的签发方签发的。", "The token is from an issuer that is not accepted here."),
    SIGNATURE("令牌的签名无法用签发方的密钥验证。", "No key of the issuer verifies the token's signature."),
    LIFE(
            "令牌的 iat、nbf、exp 缺失、次序有误或者相差超过一天。",
            "The token's iat, nbf and exp are missing, in the wrong order or more than a day apart."),
    CLAIMS("令牌的声明缺失或者格式不符。", "A claim of the token is missing or has the wrong form."),
    NOT_A_JWT("令牌不是 JWT。", "The token is not a JWT."),
    FOR_ONE_EVENT(
            "该令牌只用于一个事件，不能作为 Bearer 令牌。", "The token is for a single event and cannot be used as a bearer token."),
    /** Not the token's fault: the issuer's key cannot be had. */
    NO_KEY("暂时无法取得签发方的密钥，请稍后重试。", "The issuer's key is not available now; try again shortly.");

    private final Text text;

    TokenFault(String zh, String en) {
        this.text = new Text(zh, en);
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
