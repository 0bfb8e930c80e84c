package org.govshare.casework.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.govshare.casework.notice.NoticeCursor.Point;
import org.govshare.casework.notice.NoticeCursor.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor tells what an agency has read of its own office and of each that it has taken over. */
class NoticeCursorTest {
    private static final String OWN = "Y1430100FAKE0003X0";
    private static final String FIRST = "Y1430100FAKE000218";
    private static final String SECOND = "Y1430100FAKE000226";
    private static final Point START = new Point(0, 0);

    /** What some office was given, and where it lies. */
    private record Given(String office, Point point) {}

    private static NoticeCursor cursor(String text) {
        return NoticeCursor.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0-0",
                "12-3",
                "12-3." + OWN,
                "12-3." + FIRST + "." + OWN,
                "12-3." + FIRST + "-5-6." + OWN + "-12-2"
            })
    void cursor_isReadAsItIsWritten(String text) {
        assertEquals(text, cursor(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1-",
                "-1-2",
                "1-2-3",
                "1-2.",
                "1-2.ended",
                "1-2." + OWN + "-",
                "1-2." + OWN + "-1",
                "1-2." + OWN + "-1-3",
                "1-2." + OWN + "." + OWN,
                "1-2." + OWN + "-0-0." + OWN
            })
    void whatNoAnswerNamed_isNoCursor(String text) {
        assertEquals(Optional.empty(), NoticeCursor.parse(text));
    }

    @Test
    void cursorLongerThanAnyAnswerNamed_isNone() {
        StringBuilder text = new StringBuilder("1-2");
        for (int i = 0; i < 200; i++) {
            text.append(".Y").append(100_000_000_000_000_00L + i);
        }
        assertEquals(Optional.empty(), NoticeCursor.parse(text.toString()));
        assertEquals(100, cursor(text.substring(0, 3 + 100 * 19)).offices().size());
    }

    @Test
    void officeTakenOver_isCaughtUpOnUpToTheCursorAndThenReadWithTheOthers() {
        NoticeCursor cursor = cursor("12-3." + OWN);
        Range behind = cursor.range(List.of(OWN, FIRST));
        assertEquals(new Range(List.of(FIRST), START, new Point(12, 3)), behind);
        NoticeCursor amid = cursor.after(behind, List.of(new Point(5, 6)), true);
        assertEquals("12-3." + FIRST + "-5-6." + OWN, amid.toString());
        NoticeCursor level = amid.after(amid.range(List.of(OWN, FIRST)), List.of(new Point(7, 1)), false);
        assertEquals("12-3." + FIRST + "." + OWN, level.toString());
        Range together = level.range(List.of(OWN, FIRST));
        assertEquals(List.of(OWN, FIRST), together.offices());
        assertEquals(new Point(12, 3), together.after());
        assertEquals(
                "13-1." + FIRST + "." + OWN,
                level.after(together, List.of(new Point(13, 1)), false).toString());
    }

    /** A late load names an agency that ended before another whose office is read already. */
    @Test
    void officeFoundToHaveEndedEarlier_isTheOneCaughtUpOn() {
        Range behind = cursor("12-3." + SECOND + "." + OWN).range(List.of(OWN, FIRST, SECOND));
        assertEquals(new Range(List.of(FIRST), START, new Point(12, 3)), behind);
    }

    @Test
    void officeNotSeenHere_keepsItsOwnPosition() {
        NoticeCursor cursor = cursor("12-3." + FIRST + "." + OWN);
        NoticeCursor later = cursor.after(cursor.range(List.of(OWN)), List.of(new Point(20, 1)), false);
        assertEquals("20-1." + FIRST + "-12-3." + OWN, later.toString());
        assertEquals(new Range(List.of(FIRST), new Point(12, 3), new Point(20, 1)), later.range(List.of(OWN, FIRST)));
    }

    @Test
    void nothingGiven_leavesTheCursorUnchanged() {
        NoticeCursor cursor = cursor("12-3." + OWN);
        assertEquals(cursor, cursor.after(cursor.range(List.of(OWN)), List.of(), false));
    }

    /** Each notice is read once, also when replicas see different offices and the offices change. */
    @Test
    void replicasThatSeeDifferentOffices_passOverNothingAndRepeatNothing() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Given> all = new ArrayList<>();
            List<Given> polled = new ArrayList<>();
            String cursor = "0-0";
            for (int poll = 0; poll < 30; poll++) {
                give(all, random);
                cursor = poll(all, seen(random), 1 + random.nextInt(3), cursor, polled);
            }
            for (int poll = 0; poll < 200; poll++) {
                cursor = poll(all, List.of(OWN, FIRST, SECOND), 2, cursor, polled);
            }
            polled.sort((a, b) -> a.point().compareTo(b.point()));
            assertEquals(all, polled, "seed " + seed);
        }
    }

    private static void give(List<Given> all, Random random) {
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(new Given(List.of(OWN, FIRST, SECOND).get(random.nextInt(3)), new Point(all.size() + 1L, 1)));
        }
    }

    private static List<String> seen(Random random) {
        List<String> seen = new ArrayList<>(List.of(FIRST, SECOND));
        seen.removeIf(office -> random.nextBoolean());
        Collections.shuffle(seen, random);
        seen.add(0, OWN);
        return seen;
    }

    private static String poll(List<Given> all, List<String> seen, int limit, String from, List<Given> polled) {
        NoticeCursor cursor = cursor(from);
        Range range = cursor.range(seen);
        List<Given> page = all.stream()
                .filter(given -> range.offices().contains(given.office()))
                .filter(given -> given.point().compareTo(range.after()) > 0)
                .filter(given -> given.point().compareTo(range.until()) <= 0)
                .limit(limit)
                .toList();
        polled.addAll(page);
        return cursor.after(range, page.stream().map(Given::point).toList(), page.size() == limit)
                .toString();
    }
}
