package org.govshare.upkeep.root;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.platform.failure.CommandException;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs and verifies roots with Ed25519 (EdDSA, RFC 8037); keys are PEM as OpenSSL writes them. */
public final class RootKeys {
    private static final String CURVE = "Ed25519";

    private RootKeys() {}

    /** Makes a new pair: the block of the private key, then that of the public key. */
    public static String generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(CURVE).generateKeyPair();
            return pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                    + pem("PUBLIC KEY", pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 has " + CURVE, e);
        }
    }

    /** The block of the public key alone, from a file that has both. */
    public static String publicBlock(String pem) {
        return pem("PUBLIC KEY", block(pem, "PUBLIC KEY"));
    }

    static PrivateKey privateKey(String pem) {
        try {
            return KeyFactory.getInstance(CURVE).generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY")));
        } catch (GeneralSecurityException e) {
            throw new CommandException("the private key of the trail's roots is not an Ed25519 key (PKCS #8, PEM)", e);
        }
    }

    static PublicKey publicKey(String pem) {
        try {
            return KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(block(pem, "PUBLIC KEY")));
        } catch (GeneralSecurityException e) {
            throw new CommandException("the public key of the trail's roots is not an Ed25519 key (PEM)", e);
        }
    }

    static String sign(PrivateKey key, String text) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setPayload(text);
        jws.setKey(key);
        try {
            return jws.getDetachedContentCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a root cannot be signed", e);
        }
    }

    static boolean verifies(PublicKey key, String text, String signature) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
        try {
            jws.setCompactSerialization(signature);
            jws.setPayload(text);
            jws.setKey(key);
            return jws.verifySignature() && isCanonical(signature);
        } catch (JoseException e) {
            return false;
        }
    }

    /** The last character has unused bits: without this check, two texts would be the same signature. */
    private static boolean isCanonical(String signature) {
        String last = signature.substring(signature.lastIndexOf('.') + 1);
        byte[] bytes = Base64.getUrlDecoder().decode(last);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(last);
    }

    private static byte[] block(String pem, String what) {
        Matcher matcher = Pattern.compile("-----BEGIN " + what + "-----([^-]*)-----END " + what + "-----")
                .matcher(pem);
        if (!matcher.find()) {
            throw new CommandException("the key file of the trail's roots has no block " + what);
        }
        return Base64.getMimeDecoder().decode(matcher.group(1));
    }

    private static String pem(String what, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}
