package org.govshare.casework.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One page of a list of cases, newest first.
 *
 * @param next value of {@code after} for the following page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CasePage(List<Row> items, String next) {

    /** One case in a list. {@code nextDue} is the earliest due moment of its running clocks. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            UUID id,
            String variant,
            String dataset,
            String requester,
            String provider,
            String step,
            boolean closed,
            Instant openedAt,
            Instant nextDue,
            boolean overdue) {

        /** Share class where the kind differs by it, as datasets name it; {@code variant} is the older word. */
        @JsonProperty("shareClass")
        public String shareClass() {
            return variant.isEmpty() ? null : variant;
        }
    }
}
