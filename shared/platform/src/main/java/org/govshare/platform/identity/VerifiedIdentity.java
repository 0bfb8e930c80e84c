package org.govshare.platform.identity;

/**
 * A person's identity as the issuer verified it, without the number itself.
 *
 * @param type kind of document, such as {@code resident-id} or {@code passport}: not only the resident's (Neijiang art. 17)
 * @param hash keyed hash of type and number, 64 hexadecimal digits; the key is the issuer's
 */
public record VerifiedIdentity(String type, String hash) {}
