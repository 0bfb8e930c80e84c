package org.govshare.backflow;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The first line of a batch; it is part of the body, so the signature covers it.
 *
 * @param kind {@code snapshot}: all of the city's records with keys after {@code from} up to {@code to}; {@code
 *     changes}: what changed after position {@code from} up to {@code to}
 * @param to null in the last batch of the snapshot
 * @param count the number of lines after this one
 * @param digest SHA-256, in hexadecimal, over the bytes of those lines
 */
@RegisterForReflection
@JsonPropertyOrder({"stream", "kind", "from", "to", "count", "digest"})
record Manifest(String stream, String kind, String from, String to, int count, String digest) {}
