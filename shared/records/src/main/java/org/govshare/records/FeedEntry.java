package org.govshare.records;

import java.util.Optional;

/**
 * One change, with the record as it is now. The record may include a later change already, so readers compare versions.
 *
 * @param row the record; empty if it was deleted or has left the requested city
 */
public record FeedEntry(FeedPosition position, String key, long version, Optional<RecordRow> row) {}
