package org.govshare.casework.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.govshare.regulation.pack.Text;

/**
 * What one agency is told.
 *
 * @param agency credit code of the addressee
 * @param caseId the case it is about, where it is about one
 * @param rung the rung that fired, where one did
 * @param about id of the organ's act it tells of, where there is one
 * @param due until when, exclusive, where there is a date to keep
 * @param pack id of the pack whose {@code article} it rests on
 * @param act what is proposed or was done, such as {@code order-correction}; empty for a reminder
 * @param text for people: what is due, by when, under which article, and what is proposed or was done
 */
public record Notice(
        String agency,
        NoticeKind kind,
        Optional<UUID> caseId,
        Optional<RungKey> rung,
        Optional<UUID> about,
        Optional<Instant> due,
        String pack,
        String article,
        String act,
        Text text) {

    /** The same, to another agency. */
    Notice to(String holder) {
        return new Notice(holder, kind, caseId, rung, about, due, pack, article, act, text);
    }

    /** A rung of a clock in one projection. */
    public record RungKey(UUID clock, String rung, int projection) {}
}
