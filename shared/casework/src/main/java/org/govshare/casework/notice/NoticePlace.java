package org.govshare.casework.notice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far an agency has read. What came later lies after it, however late it was committed. What was given to an office
 * that it took over after this place was named lies before it, and is caught up on first.
 *
 * @param offices how many offices are read so far: its own, first, and those that it held by then
 * @param catchUp where it is in reading what was given to the last of them before it held them; else absent
 */
record NoticePlace(Point read, int offices, Optional<CatchUp> catchUp) {
    private static final Point START = new Point(0, 0);
    private static final Point END = new Point(999_999_999_999_999_999L, 999_999_999_999_999_999L);
    private static final String POINT = "(\\d{1,18})-(\\d{1,18})";
    private static final Pattern FORM = Pattern.compile(POINT + "(?:-(\\d{1,4})(?:-(\\d{1,4})-" + POINT + ")?)?");

    /** The writing transaction's id, then the order within it. */
    record Point(long txid, long seq) {
        private static Point of(Matcher matcher, int group) {
            return new Point(Long.parseLong(matcher.group(group)), Long.parseLong(matcher.group(group + 1)));
        }

        @Override
        public String toString() {
            return txid + "-" + seq;
        }
    }

    /** @param from how many offices were read before; those after them are caught up on */
    record CatchUp(int from, Point read) {}

    /** What to read next: of these offices, after one point and up to another. */
    record Range(List<String> offices, Point after, Point until) {}

    /** The place of who has read all of its offices up to a point. */
    static NoticePlace at(Point read, int offices) {
        return new NoticePlace(read, offices, Optional.empty());
    }

    /** Before everything. */
    static NoticePlace start(int offices) {
        return at(START, offices);
    }

    static Optional<NoticePlace> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int offices = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        Optional<CatchUp> catchUp = Optional.ofNullable(matcher.group(4))
                .map(from -> new CatchUp(Integer.parseInt(from), Point.of(matcher, 5)));
        boolean possible = offices > 0
                && catchUp.map(c -> c.from() > 0 && c.from() < offices).orElse(true);
        return Optional.of(new NoticePlace(Point.of(matcher, 1), offices, catchUp))
                .filter(place -> possible);
    }

    /** The same, caught up no further yet, where more offices are held now than it was named for. */
    NoticePlace holding(int held) {
        if (catchUp.isPresent() || offices >= held) {
            return this;
        }
        return new NoticePlace(read, held, Optional.of(new CatchUp(offices, START)));
    }

    Range range(List<String> held) {
        int last = Math.min(offices, held.size());
        return catchUp.map(c -> new Range(held.subList(Math.min(c.from(), last), last), c.read(), read))
                .orElseGet(() -> new Range(held.subList(0, last), read, END));
    }

    /** Where the reader stands after what it was given, oldest first. */
    NoticePlace after(List<Point> given, boolean more) {
        if (catchUp.isEmpty()) {
            return given.isEmpty() ? this : at(given.get(given.size() - 1), offices);
        }
        return more
                ? new NoticePlace(
                        read, offices, Optional.of(new CatchUp(catchUp.get().from(), given.get(given.size() - 1))))
                : at(read, offices);
    }

    @Override
    public String toString() {
        return read
                + (offices == 1 ? "" : "-" + offices)
                + catchUp.map(c -> "-" + c.from() + "-" + c.read()).orElse("");
    }
}
