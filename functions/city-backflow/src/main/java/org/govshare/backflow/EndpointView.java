package org.govshare.backflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.UUID;
import org.govshare.delivery.Endpoint;

/** An endpoint as its city sees it, without the signing key. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndpointView(UUID id, String city, String url, String status, int attempts, String lastError) {

    static EndpointView of(Endpoint endpoint) {
        return new EndpointView(
                endpoint.id(),
                endpoint.city(),
                endpoint.url(),
                endpoint.status().name().toLowerCase(Locale.ROOT),
                endpoint.attempts(),
                endpoint.lastError().orElse(null));
    }
}
