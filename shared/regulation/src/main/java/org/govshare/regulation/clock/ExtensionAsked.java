package org.govshare.regulation.clock;

import java.time.Instant;

/**
 * A request for more time that waits for its answer.
 *
 * @param amount in the clock's unit
 */
public record ExtensionAsked(int amount, String grounds, Instant at) {}
