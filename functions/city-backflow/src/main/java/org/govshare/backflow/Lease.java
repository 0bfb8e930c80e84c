package org.govshare.backflow;

import java.util.Optional;
import java.util.UUID;

/**
 * The right to push one batch of a stream. It expires. If another process has leased the stream by then, the holder of
 * this lease cannot move its cursor.
 *
 * @param step the number of the cursor's move that this lease allows
 * @param fields the members that flow back; none means all
 * @param attempts failures in a row so far
 * @param wakes how many wakes had found the stream leased when this lease began
 */
record Lease(
        UUID token, StreamKey stream, long step, Cursor cursor, Optional<String[]> fields, int attempts, long wakes) {}
