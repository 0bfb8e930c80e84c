package org.govshare.casework.notice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far an agency has read: the writing transaction's id, then the order within it. What came later lies after it,
 * however late it was committed.
 */
record NoticePlace(long txid, long seq) {
    /** Before everything. */
    static final NoticePlace START = new NoticePlace(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    static Optional<NoticePlace> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new NoticePlace(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return txid + "-" + seq;
    }
}
