package org.govshare.backflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.records.RecordRow;

/**
 * One line of a batch after its manifest. The receiver drops a line whose version is lower than the version that it has
 * of the key, so that neither order nor repeats matter.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"op", "key", "version", "region", "digest", "data"})
record Line(
        String op,
        String key,
        long version,
        String region,
        String digest,
        @JsonRawValue String data) {

    static Line upsert(RecordRow row) {
        return new Line("upsert", row.key(), row.version(), row.region(), row.digest(), row.data());
    }

    static Line delete(String key, long version) {
        return new Line("delete", key, version, null, null, null);
    }
}
