package org.govshare.backflow;

import org.govshare.records.FeedPosition;

/**
 * How far a city's copy has come.
 *
 * @param snapshot whether the first whole copy is still on its way
 * @param after the last key of the snapshot that the city holds
 * @param position the last change that the city holds; while the snapshot is on its way, the feed's horizon when it began
 */
record Cursor(boolean snapshot, String after, FeedPosition position) {

    /** The beginning of a snapshot; what changes from this horizon on follows it. */
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
