package org.govshare.standalone;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.govshare.platform.failure.CommandException;

/** The key pair that signs tokens on a laptop, made on first use; production names its issuer instead. */
final class DevelopmentKeys {
    private static final String FILE = "development-key.pem";
    private static final int BITS = 2048;

    private final RSAPrivateCrtKey key;

    private DevelopmentKeys(RSAPrivateCrtKey key) {
        this.key = key;
    }

    static DevelopmentKeys of(Home home) {
        return new DevelopmentKeys(parse(home.keep(FILE, DevelopmentKeys::generate)));
    }

    PrivateKey privateKey() {
        return key;
    }

    /** The public half as PEM, the form that the verifier's configuration takes. */
    String publicPem() {
        try {
            PublicKey half = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return pem("PUBLIC KEY", half.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAPrivateCrtKey parse(String pem) {
        try {
            String body = pem.replaceAll("-----[A-Z ]+-----", "");
            PKCS8EncodedKeySpec encoded =
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CommandException(FILE + " in the data folder is damaged: delete it to have a new one made", e);
        }
    }

    private static String pem(String what, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}
