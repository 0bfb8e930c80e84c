package org.govshare.records;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A record as it is read.
 *
 * @param digest over region and data as given here, so two readers of the same fields can compare
 * @param data the payload as JSON text, cut to the fields asked for
 */
@RegisterForReflection
public record RecordRow(
        String key,
        long version,
        String region,
        String digest,
        @JsonRawValue String data) {}
