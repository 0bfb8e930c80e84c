package org.govshare.backflow;

/** Data of {@code org.govshare.backflow.wake.v1}: a stream that may have something to push; its row says whether. */
public record Wake(String city, String dataset) {}
