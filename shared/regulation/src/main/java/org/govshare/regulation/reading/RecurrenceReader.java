package org.govshare.regulation.reading;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Recurrence;

/** Reads {@code recurs}, which is written in place of {@code open} where a case opens by itself. */
final class RecurrenceReader {
    private RecurrenceReader() {}

    static Recurrence recurrence(Doc recurs) {
        recurs.entries("every", "on", "title", "by", "to", "article", "chosen");
        return new Recurrence(recurs.get("every").oneOf(Recurrence.Every.class, "length of period"), day(recurs));
    }

    private static MonthDay day(Doc recurs) {
        var on = recurs.get("on");
        return Recurrence.dayOfYear(on.text())
                .orElseThrow(() -> on.broken(
                        "\"" + on.text() + "\" is no day of each year", "Write month and day, quoted, like \"01-01\""));
    }

    /** The opening, which no person takes: it states nothing and asks for no role. */
    static Action opening(String pack, Doc recurs) {
        return new Action(
                "open",
                Text.read(recurs.get("title")),
                List.of(recurs.get("by").text()),
                Optional.empty(),
                Optional.empty(),
                recurs.get("to").text(),
                false,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Basis.read(pack, recurs));
    }
}
