package org.govshare.casework.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.govshare.casework.notice.NoticePlace.Point;
import org.govshare.casework.notice.NoticePlace.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place tells what an agency has read of its own office and of those that it has taken over. */
class NoticePlaceTest {
    private static NoticePlace place(String text) {
        return NoticePlace.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-0", "12-3", "12-3-2", "12-3-4-1-5-6"})
    void place_isReadAsItIsWritten(String text) {
        assertEquals(text, place(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-", "-1-2", "1-2-0", "1-2-3-4-5", "1-2-2-2-5-6", "1-2-2-0-5-6", "1-2-99999"})
    void whatNoAnswerNamed_isNoPlace(String text) {
        assertEquals(Optional.empty(), NoticePlace.parse(text));
    }

    @Test
    void officeTakenOver_isCaughtUpOnUpToThePlaceAndThenReadWithTheOthers() {
        NoticePlace place = place("12-3").holding(2);
        assertEquals(
                new Range(List.of("ended"), new Point(0, 0), new Point(12, 3)), place.range(List.of("own", "ended")));
        NoticePlace amid = place.after(List.of(new Point(5, 6)), true);
        assertEquals("12-3-2-1-5-6", amid.toString());
        assertEquals("12-3-2", amid.after(List.of(new Point(7, 1)), false).toString());
        assertEquals(
                List.of("own", "ended"),
                place("12-3-2").holding(2).range(List.of("own", "ended")).offices());
    }

    @Test
    void officeTakenOverMeanwhile_waitsUntilTheOneBeforeIsCaughtUpOn() {
        NoticePlace amid = place("12-3-2-1-5-6").holding(3);
        assertEquals(
                List.of("first"), amid.range(List.of("own", "first", "second")).offices());
        NoticePlace then = amid.after(List.of(), false).holding(3);
        assertEquals(
                new Range(List.of("second"), new Point(0, 0), new Point(12, 3)),
                then.range(List.of("own", "first", "second")));
    }

    @Test
    void nothingGiven_leavesTheReaderWhereItStood() {
        assertEquals(place("12-3-2"), place("12-3-2").after(List.of(), false));
        assertEquals(
                "13-1-2",
                place("12-3-2").after(List.of(new Point(13, 1)), false).toString());
    }
}
