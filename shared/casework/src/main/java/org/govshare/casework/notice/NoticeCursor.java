package org.govshare.casework.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far an agency has read, office by office: its own, and those that it has taken over. Offices that are behind, such
 * as one taken over after the cursor was given, are caught up on first; from then on all are read together. An office
 * in the cursor that the registry of this process does not show as held, because it is older or was corrected, keeps its position.
 *
 * @param read how far the furthest are read; what came later lies after it, however late it was committed
 * @param offices how far each office is read, by credit code; one that is not named, not at all
 */
record NoticeCursor(Point read, Map<String, Point> offices) {
    private static final Point START = new Point(0, 0);
    private static final Point END = new Point(999_999_999_999_999_999L, 999_999_999_999_999_999L);
    private static final int LONGEST = 3_000;
    private static final String POINT = "(\\d{1,18})-(\\d{1,18})";
    private static final Pattern OFFICE = Pattern.compile("\\.([0-9A-Z]{18})(?:-" + POINT + ")?");
    private static final Pattern FORM = Pattern.compile(POINT + "((?:" + OFFICE + ")*)");

    /** The writing transaction's id, then the order within it. */
    record Point(long txid, long seq) implements Comparable<Point> {
        private static final Comparator<Point> ORDER =
                Comparator.comparingLong(Point::txid).thenComparingLong(Point::seq);

        private static Point of(Matcher matcher, int group) {
            return new Point(Long.parseLong(matcher.group(group)), Long.parseLong(matcher.group(group + 1)));
        }

        @Override
        public int compareTo(Point other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return txid + "-" + seq;
        }
    }

    /** What to read next: of these offices, after one point and up to another. */
    record Range(List<String> offices, Point after, Point until) {
        boolean catchesUp() {
            return !until.equals(END);
        }
    }

    /** The cursor of a reader who has read these offices up to a point. */
    static NoticeCursor at(Point read, Collection<String> offices) {
        return new NoticeCursor(read, Map.of()).reached(read, offices, read);
    }

    /** Before everything. */
    static NoticeCursor start() {
        return new NoticeCursor(START, Map.of());
    }

    static Optional<NoticeCursor> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        return form.matches() ? of(Point.of(form, 1), OFFICE.matcher(form.group(3))) : Optional.empty();
    }

    private static Optional<NoticeCursor> of(Point read, Matcher office) {
        Map<String, Point> offices = new TreeMap<>();
        while (office.find()) {
            Point point = office.group(2) == null ? read : Point.of(office, 2);
            if (point.compareTo(read) > 0 || offices.put(office.group(1), point) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new NoticeCursor(read, offices));
    }

    /** @param held the offices that the reader is seen to hold, its own among them */
    Range range(List<String> held) {
        Point last = held.stream().map(this::of).min(Point.ORDER).orElse(read);
        if (last.equals(read)) {
            return new Range(held, read, END);
        }
        List<String> behind =
                held.stream().filter(office -> of(office).equals(last)).toList();
        return new Range(behind, last, read);
    }

    /** Where the reader is after what it was given of a range, oldest first. */
    NoticeCursor after(Range range, List<Point> given, boolean more) {
        Point last = given.isEmpty() ? range.after() : given.get(given.size() - 1);
        return range.catchesUp()
                ? reached(read, range.offices(), more ? last : read)
                : reached(last, range.offices(), last);
    }

    private Point of(String office) {
        return offices.getOrDefault(office, START);
    }

    private NoticeCursor reached(Point furthest, Collection<String> these, Point point) {
        Map<String, Point> moved = new TreeMap<>(offices);
        these.forEach(office -> moved.put(office, point));
        return new NoticeCursor(furthest, moved);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(List.of(read.toString()));
        offices.forEach((office, point) -> {
            if (!point.equals(START)) {
                parts.add(office + (point.equals(read) ? "" : "-" + point));
            }
        });
        return String.join(".", parts);
    }
}
