package org.govshare.records;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A record as a reader gets it.
 *
 * @param digest over region and data as they are here, so that two readers of the same fields can compare
 * @param data the payload as JSON text, reduced to the requested fields
 */
@RegisterForReflection
public record RecordRow(
        String key,
        long version,
        String region,
        String digest,
        @JsonRawValue String data) {}
