package org.govshare.regulation.clock;

import java.time.Instant;

/**
 * A reason that the agency which owes a duty has stated for being late with it; whether it is a just one is for the organ
 * to find.
 *
 * @param agency credit code of the agency that stated it
 */
public record StatedReason(String agency, String reason, Instant at) {}
