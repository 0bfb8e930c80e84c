package org.govshare.backflow;

import org.govshare.records.FeedPosition;

/**
 * How much of a dataset a city has.
 *
 * @param snapshot whether the snapshot is not complete yet
 * @param after the last key of the snapshot that the city has
 * @param position the last change that the city has; during the snapshot, the end of the feed when the snapshot began
 */
record Cursor(boolean snapshot, String after, FeedPosition position) {

    /** The beginning of a snapshot; the changes after this position follow it. */
    static Cursor start(FeedPosition horizon) {
        return new Cursor(true, "", horizon);
    }

    Cursor afterKey(String key) {
        return new Cursor(true, key, position);
    }

    Cursor atChange(FeedPosition next) {
        return new Cursor(false, "", next);
    }

    String state() {
        return snapshot ? "snapshot" : "changes";
    }
}
