package org.govshare.backflow;

/** Names a stream: one dataset flowing back to one city. */
record StreamKey(String city, String dataset) {

    /** {@code <city>/<dataset>}, the subject of its notifications and batches. */
    String subject() {
        return city + "/" + dataset;
    }
}
