package org.govshare.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.platform.failure.CommandException;

/** Who signs the tokens that a process accepts: the operator's issuer, or the data folder with its development key. */
final class TokenIssuer {
    private static final String ISSUER = "GOVSHARE_JWT_ISSUER";
    private static final String LOCATION = "MP_JWT_VERIFY_PUBLICKEY_LOCATION";
    private static final String KEY = "MP_JWT_VERIFY_PUBLICKEY";

    private TokenIssuer() {}

    /**
     * The operator's issuer; empty where the environment names none.
     *
     * @throws CommandException when it names an issuer without a key or a key without an issuer
     */
    static Optional<String> named(Map<String, String> environment) {
        Optional<String> issuer = given(environment, ISSUER);
        boolean key = Stream.of(LOCATION, KEY)
                .anyMatch(name -> given(environment, name).isPresent());
        if (issuer.isPresent() != key) {
            throw new CommandException(
                    key
                            ? "a key is set without its issuer: set " + ISSUER + " too"
                            : ISSUER + " is set without a key: set " + LOCATION + " to its JWKS or PEM file");
        }
        return issuer;
    }

    /** System properties with which only tokens of the folder's development key are accepted. */
    static Map<String, String> development(Home home) {
        Path publicKey = home.resolve("development-key.pub.pem");
        home.replace(publicKey, DevelopmentKeys.of(home).publicPem());
        return Map.of(
                "mp.jwt.verify.issuer",
                Tokens.ISSUER,
                "mp.jwt.verify.publickey",
                "NONE",
                "mp.jwt.verify.publickey.location",
                publicKey.toUri().toString());
    }

    /** Refuses to sign a token that no server in this environment would accept. */
    static void requireDevelopment(Map<String, String> environment) {
        named(environment).ifPresent(issuer -> {
            throw new CommandException(ISSUER + " names " + issuer
                    + ": tokens come from there, and one of the development key is refused");
        });
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
