package org.govshare.regulation.pack;

/** A pack by name and by the digest of its content, so that a case stays under the very text it was opened under. */
public record PackRef(String id, String digest) {}
