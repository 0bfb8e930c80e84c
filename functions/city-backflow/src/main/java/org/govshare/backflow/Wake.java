package org.govshare.backflow;

/** Data of {@link #TYPE}: a stream that may have something to push; its row says whether. */
public record Wake(String city, String dataset) {
    /** The notification for the back-flow of one dataset to one city; its subject is {@code <city>/<dataset>}. */
    public static final String TYPE = "org.govshare.backflow.wake.v1";
}
