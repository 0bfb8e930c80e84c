package org.govshare.backflow;

import java.util.Optional;
import java.util.UUID;

/**
 * The right to push one batch of a stream. It runs out by itself; a stream that is leased to another process by then can't be moved.
 *
 * @param step the move of the cursor that this lease is for
 * @param fields the only members that flow back; none means all
 * @param attempts failures in a row before this one
 * @param wakes how many wakes had found the stream leased before
 */
record Lease(
        UUID token, StreamKey stream, long step, Cursor cursor, Optional<String[]> fields, int attempts, long wakes) {}
