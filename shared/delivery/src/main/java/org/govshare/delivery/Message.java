package org.govshare.delivery;

import java.time.Instant;

/**
 * A message to deliver: a CloudEvent with its attributes in headers and a signed body.
 *
 * @param id always means the same content: receivers drop an id that they have seen
 * @param source the CloudEvents {@code source}
 * @param subject printable ASCII
 */
public record Message(
        String id, String source, String type, String subject, Instant time, String contentType, String body) {

    public static final String JSON = "application/json";
    public static final String NDJSON = "application/x-ndjson";
}
