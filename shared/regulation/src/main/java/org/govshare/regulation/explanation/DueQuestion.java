package org.govshare.regulation.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.pack.Addition;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;

/** Answers when something is due, without a case: for a clock of a pack, or for a bare number of working days. */
public final class DueQuestion {
    private final Law law;
    private final WorkingCalendar calendar;

    public DueQuestion(Law law, WorkingCalendar calendar) {
        this.law = law;
        this.calendar = calendar;
    }

    /**
     * For a clock as one pack alone sets it, in force or not.
     *
     * @param procedure such as {@code share-request-conditional}
     * @throws RegulationException naming what is known when one of the names is not
     */
    public Explanation clock(String pack, String procedure, String clock, Instant from) {
        return clock(law.alone(pack, procedure), clock, from);
    }

    /**
     * For a clock as all texts that rule a case together set it; see {@link Law#effective}.
     *
     * @throws RegulationException naming what is known when there is no such clock
     */
    public Explanation clock(EffectiveProcedure ruling, String clock, Instant from) {
        return Explanation.of(ruling, ruling.clock(clock), from, 0, calendar);
    }

    /**
     * Why a pack does not rule on the day of that moment, whose clocks {@link #clock} counts all the same: it is not yet
     * or no longer in force, another text has taken its place, or it is switched off. Empty where it rules.
     */
    public Optional<Text> notInForce(String pack, Instant from) {
        return NotInForce.on(law, law.pack(pack), calendar.dayOf(from));
    }

    /**
     * What texts above a pack, in force with it on the day of that moment, say of cases between departments of its region
     * and its steps do not carry. Empty where others give the steps, or where the pack does not rule.
     *
     * @param procedure such as {@code share-request-conditional}
     */
    public List<Addition> notCarried(String pack, String procedure, Instant from) {
        var text = law.pack(pack);
        return Optional.ofNullable(text.procedures().get(procedure))
                .map(known -> new Matter(
                        known.kind(),
                        Optional.of(known.variant())
                                .filter(name -> !name.isEmpty())
                                .map(ShareClass::valueOf),
                        text.region(),
                        calendar.dayOf(from)))
                .flatMap(law::effective)
                .filter(effective -> effective.frame().id().equals(pack))
                .map(EffectiveProcedure::notCarried)
                .orElse(List.of());
    }

    /** For a number of working days, at least 1. */
    public Explanation workingDays(int days, Instant from) {
        return Explanation.of(days, from, calendar);
    }

    /**
     * Reads a moment as people write it: {@code 2025-09-26T10:00} or {@code 2025-09-26}, in Asia/Shanghai, or with an
     * offset of its own.
     *
     * @throws RegulationException when it is none of these
     */
    public Instant moment(String text) {
        try {
            if (text.length() == 10) {
                return calendar.startOf(LocalDate.parse(text));
            }
            if (text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            return LocalDateTime.parse(text).atZone(calendar.zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new RegulationException("\"" + text + "\" is no moment; write one like 2025-09-26T10:00", e);
        }
    }
}
