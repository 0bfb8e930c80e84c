package org.govshare.delivery;

import java.time.Instant;

/**
 * What is delivered: a CloudEvent whose attributes travel as headers and whose body is signed.
 *
 * @param id the same for the same content only: receivers drop what they have seen
 * @param source the CloudEvents {@code source}
 * @param subject printable ASCII
 */
public record Message(
        String id, String source, String type, String subject, Instant time, String contentType, String body) {

    public static final String JSON = "application/json";
    public static final String NDJSON = "application/x-ndjson";
}
