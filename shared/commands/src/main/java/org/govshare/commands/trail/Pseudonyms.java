package org.govshare.commands.trail;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keyed hashes (HMAC-SHA-256) that replace people in the trail, so that the data of a person can be erased and the chain stays whole. */
@ApplicationScoped
public class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    /** Distinguishes the hashes of content from the unkeyed digests of earlier versions, which an erasure removes. */
    private static final String KEYED = "keyed:";

    private static final int FINGERPRINT = 16;

    private final Optional<SecretKeySpec> key;

    /** Also for code without a container. */
    public Pseudonyms(@ConfigProperty(name = "govshare.trail-key") Optional<String> key) {
        this.key = key.filter(k -> !k.isBlank())
                .map(k -> new SecretKeySpec(k.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /** Whether there is a key. Without one, senders cannot be distinguished, and no command is accepted. */
    public boolean keyed() {
        return key.isPresent();
    }

    /**
     * The hash under which a sender's commands are deduplicated.
     *
     * @throws IllegalStateException without a key, because the input of an unkeyed hash could be guessed
     */
    public String ofSender(String sender) {
        if (!keyed()) {
            throw new IllegalStateException("there is no key to distinguish senders by");
        }
        return of("sender\n" + sender);
    }

    /**
     * The hash by which a command's content is recognised. After the content is erased, nobody can guess it from this
     * hash.
     *
     * @param digest an unkeyed digest of the content
     */
    public String ofContent(String digest) {
        return KEYED + of("content\n" + digest);
    }

    /**
     * The keyed hash of what people wrote, for the trail. It begins with the first digits of the key's fingerprint, so
     * that a hash under another key is recognised; empty without a key.
     */
    public String ofText(String text) {
        return keyed() ? fingerprint().substring(0, FINGERPRINT) + ":" + of("text\n" + text) : "";
    }

    /** Distinguishes keys without revealing them. */
    String fingerprint() {
        return ofSender("the trail's key");
    }

    /**
     * The hash of a person's identifier; empty if there is no person. Without a key nothing about the person is stored.
     */
    public String of(String subject) {
        if (subject.isEmpty() || key.isEmpty()) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.get());
            return HexFormat.of().formatHex(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
