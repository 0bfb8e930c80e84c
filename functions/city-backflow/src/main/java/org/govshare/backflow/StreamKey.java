package org.govshare.backflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a stream: one dataset flowing back to one city. */
record StreamKey(String city, String dataset) {
    /** The position before the first stream. */
    static final StreamKey FIRST = new StreamKey("", "");

    private static final Pattern FORM = Pattern.compile("(\\d{6})/([a-z0-9-]{1,200})");

    /** Reads a {@link #subject}. */
    static Optional<StreamKey> parse(String subject) {
        Matcher matcher = FORM.matcher(subject);
        return matcher.matches() ? Optional.of(new StreamKey(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** {@code <city>/<dataset>}, the subject of its notifications and batches. */
    String subject() {
        return city + "/" + dataset;
    }
}
