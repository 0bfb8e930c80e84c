package org.govshare.records;

import java.util.Optional;

/**
 * One change, with the record as it is now: a later change may be in it already, so readers go by version.
 *
 * @param row the record; empty when it is deleted, or has left the city that was asked for
 */
public record FeedEntry(FeedPosition position, String key, long version, Optional<RecordRow> row) {}
