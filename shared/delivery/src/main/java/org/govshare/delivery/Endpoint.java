package org.govshare.delivery;

import java.util.Optional;
import java.util.UUID;

/**
 * The address at which a city receives its deliveries.
 *
 * @param owner credit code of the agency that registered it
 * @param city six digits of the city (GB/T 2260)
 */
public record Endpoint(
        UUID id, String owner, String city, String url, Status status, int attempts, Optional<String> lastError) {

    /** An endpoint is pending until it has answered a signed ping, then active, and closed when another replaces it. */
    public enum Status {
        PENDING,
        ACTIVE,
        CLOSED
    }
}
