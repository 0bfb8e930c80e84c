package org.govshare.demo;

import java.net.URI;

/**
 * Where the demo plays.
 *
 * @param address of the functions' HTTP
 * @param tokens of the development key
 * @param ownerUrl JDBC address as the schema's owner, who alone may move the law's clock
 * @param operator for what has no HTTP entrance
 */
public record Place(URI address, Signer tokens, String ownerUrl, Operator operator) {

    /** Signs a token for somebody of an agency. */
    @FunctionalInterface
    public interface Signer {
        String token(String agency, String role);
    }
}
