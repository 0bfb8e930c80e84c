package org.govshare.backflow;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The first line of a batch; standing in the body, it is covered by the signature.
 *
 * @param kind {@code snapshot}: the city's records with keys after {@code from} up to {@code to}, and there are no
 *     others in between; {@code changes}: what changed after position {@code from} up to {@code to}
 * @param to null at the end of the snapshot: no further keys
 * @param count lines after this one
 * @param digest SHA-256, in hexadecimal, over the bytes of those lines
 */
@RegisterForReflection
@JsonPropertyOrder({"stream", "kind", "from", "to", "count", "digest"})
record Manifest(String stream, String kind, String from, String to, int count, String digest) {}
