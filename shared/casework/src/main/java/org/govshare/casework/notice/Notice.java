package org.govshare.casework.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.govshare.platform.json.CanonicalJson;
import org.govshare.regulation.document.Text;

/**
 * What one agency is notified of.
 *
 * @param agency credit code of the addressee
 * @param caseId the case it is about, where it is about one
 * @param rung the rung that fired, where one did
 * @param about id of the organ's act that it is about, where there is one
 * @param due until when, exclusive, where there is a date to keep
 * @param pack id of the pack whose {@code article} it rests on
 * @param act what is proposed or was done, such as {@code order-correction}; empty for a rung that reminds
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

    /**
     * SHA-256 of all it says, in lower-case hexadecimal: of UTF-8 text that has for each part its length in UTF-16 code units,
     * {@code :}, the part, and a line feed. A part that is not there is {@code null}.
     *
     * @param given when it was given
     */
    public String digest(Instant given) {
        StringBuilder parts = new StringBuilder();
        for (Object part : new Object[] {
            agency,
            kind.text(),
            caseId.orElse(null),
            rung.map(RungKey::clock).orElse(null),
            rung.map(RungKey::rung).orElse(null),
            rung.map(RungKey::projection).orElse(null),
            about.orElse(null),
            due.orElse(null),
            pack,
            article,
            act,
            text.zh(),
            text.en(),
            given
        }) {
            String written = String.valueOf(part);
            parts.append(written.length()).append(':').append(written).append('\n');
        }
        return CanonicalJson.sha256(parts.toString());
    }

    /** The same, to another agency. */
    Notice to(String holder) {
        return new Notice(holder, kind, caseId, rung, about, due, pack, article, act, text);
    }

    /** A rung of a clock in one projection. */
    public record RungKey(UUID clock, String rung, int projection) {}
}
