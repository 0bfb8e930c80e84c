package org.govshare.backflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.govshare.platform.json.CanonicalJson;
import org.govshare.platform.sql.Database;
import org.govshare.records.ChangeFeed;
import org.govshare.records.FeedEntry;
import org.govshare.records.FeedPosition;
import org.govshare.records.RecordPage;
import org.govshare.records.RecordRow;
import org.govshare.records.Records;

/**
 * Makes the next batch of a stream. The batch has a bounded number of lines and, except for its last line, a bounded
 * size.
 */
@ApplicationScoped
class Batches {
    static final int MOST_LINES = 1_000;
    static final int MOST_CHARACTERS = 512 * 1024;

    private final Database database;
    private final ObjectMapper json;

    Batches(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The batch that follows the lease's cursor; empty when the city has everything. */
    Optional<Batch> next(Lease lease) {
        return database.callInNew(connection ->
                lease.cursor().snapshot() ? Optional.of(snapshot(connection, lease)) : changes(connection, lease));
    }

    /**
     * Whether there are changes after the lease's cursor although {@link #next} gave none: the feed does not show them
     * yet, because a transaction as old as theirs is still open, or they were just written.
     */
    boolean isHeldBack(Lease lease) {
        return database.callInNew(connection -> ChangeFeed.isFollowed(
                connection,
                lease.stream().dataset(),
                lease.stream().city(),
                lease.cursor().position()));
    }

    private Batch snapshot(Connection connection, Lease lease) throws SQLException {
        String from = lease.cursor().after();
        RecordPage page = Records.read(
                connection,
                lease.stream().dataset(),
                lease.fields().orElse(null),
                Optional.of(lease.stream().city()),
                from,
                MOST_LINES);
        Lines lines = new Lines();
        String last = from;
        for (RecordRow row : page.rows()) {
            if (lines.full()) {
                break;
            }
            lines.add(Line.upsert(row));
            last = row.key();
        }
        boolean more = page.next().isPresent() || lines.count < page.rows().size();
        Cursor next = more
                ? lease.cursor().afterKey(last)
                : lease.cursor().atChange(lease.cursor().position());
        return batch(lease, from, more ? last : null, lines, next);
    }

    private Optional<Batch> changes(Connection connection, Lease lease) throws SQLException {
        FeedPosition from = lease.cursor().position();
        List<FeedEntry> entries = ChangeFeed.readOfCity(
                connection,
                lease.stream().dataset(),
                lease.stream().city(),
                lease.fields().orElse(null),
                from,
                MOST_LINES);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Lines lines = new Lines();
        Set<String> seen = new HashSet<>();
        int taken = 0;
        for (FeedEntry entry : entries) {
            if (lines.full()) {
                break;
            }
            // An entry shows the record as it is now, so a second entry with the same key would be identical.
            if (seen.add(entry.key())) {
                lines.add(entry.row().map(Line::upsert).orElseGet(() -> Line.delete(entry.key(), entry.version())));
            }
            taken++;
        }
        FeedPosition to = entries.get(taken - 1).position();
        return Optional.of(batch(
                lease, from.toString(), to.toString(), lines, lease.cursor().atChange(to)));
    }

    private Batch batch(Lease lease, String from, String to, Lines lines, Cursor next) {
        String text = lines.text.toString();
        Manifest manifest = new Manifest(
                lease.stream().subject(), lease.cursor().state(), from, to, lines.count, CanonicalJson.sha256(text));
        String first = written(manifest);
        return new Batch(CanonicalJson.sha256(first).substring(0, 32), manifest, first + "\n" + text, next);
    }

    private String written(Object line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line that cannot be written", e);
        }
    }

    private final class Lines {
        private final StringBuilder text = new StringBuilder();
        private int count;

        boolean full() {
            return text.length() >= MOST_CHARACTERS;
        }

        void add(Line line) {
            text.append(written(line)).append('\n');
            count++;
        }
    }
}
