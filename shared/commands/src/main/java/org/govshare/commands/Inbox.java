package org.govshare.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.govshare.commands.messages.CommandMessages;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;

/**
 * The answers given so far, by the keyed hash of the sender, the source and the id of each command. Every statement
 * runs in the caller's transaction. An answer is erased at the end of its period; its id stays used.
 */
@ApplicationScoped
class Inbox {
    private static final int REFUSED_FROM = 400;

    private static final String CLAIM = """
            insert into govshare.inbox (sender, source, event_id, type, digest, received_at)
            select :sender, e.source, e.id, e.type, e.digest, :wall_now
              from unnest(cast(:source as text[]), cast(:id as text[]), cast(:type as text[]), cast(:digest as text[]))
                   as e (source, id, type, digest)
            on conflict do nothing returning source, event_id
            """;
    private static final String EARLIER = """
            select digest, status, answer::text, location from govshare.inbox
             where sender = :sender and source = :source and event_id = :id
            """;
    private static final String ANSWER = """
            update govshare.inbox set status = :status, answer = cast(:answer as jsonb), location = :location
             where sender = :sender and source = :source and event_id = :id
            """;

    private final Database database;
    private final ObjectMapper json;
    private final Clock wall;
    private final Pseudonyms pseudonyms;

    Inbox(Database database, ObjectMapper json, Clock wall, Pseudonyms pseudonyms) {
        this.database = database;
        this.json = json;
        this.wall = wall;
        this.pseudonyms = pseudonyms;
    }

    /** The source and id of a command, unique for its sender. */
    record Key(String source, String id) {
        static Key of(CommandEvent event) {
            return new Key(event.source(), event.id());
        }
    }

    /**
     * An answer, and the digest of the content that was answered.
     *
     * @param digest keyed if it is stored; unkeyed within a batch and in rows of earlier versions, whose erasure leaves
     *     it empty
     */
    record Answer(Key key, String digest, CommandResult result) {}

    /**
     * Claims the ids that were never used, in the order of the ids, so that batches cannot wait for each other in a
     * cycle. Waits for another command with the same id that is still being processed.
     *
     * @return the new ones
     */
    Set<Key> claim(String sender, List<CommandEvent> events) {
        List<CommandEvent> ordered = events.stream()
                .sorted(Comparator.comparing(CommandEvent::source).thenComparing(CommandEvent::id))
                .toList();
        return database.call(connection -> Set.copyOf(Sql.on(connection, CLAIM)
                .bind("sender", pseudonyms.ofSender(sender))
                .bind("wall_now", wall.instant())
                .column("source", ordered, CommandEvent::source)
                .column("id", ordered, CommandEvent::id)
                .column("type", ordered, CommandEvent::type)
                .column("digest", ordered, event -> pseudonyms.ofContent(event.digest()))
                .list(row -> new Key(row.getString(1), row.getString(2)))));
    }

    /** The answer to a command that was claimed and committed earlier. */
    Answer earlier(String sender, Key key) {
        return find(sender, key).orElseThrow();
    }

    /** Whether exactly this command was claimed and committed earlier. */
    boolean holds(String sender, CommandEvent event) {
        return find(sender, Key.of(event))
                .filter(answer -> sameContent(event, answer))
                .isPresent();
    }

    private Optional<Answer> find(String sender, Key key) {
        return database.call(connection -> Sql.on(connection, EARLIER)
                .bind("sender", pseudonyms.ofSender(sender))
                .bind("source", key.source())
                .bind("id", key.id())
                .first(row ->
                        new Answer(key, row.getString(1), read(row.getInt(2), row.getString(3), row.getString(4)))));
    }

    /**
     * Whether the event has the content that was answered. If the digest was erased too, the content counts as the
     * same.
     */
    boolean sameContent(CommandEvent event, Answer answer) {
        String digest = event.digest();
        return answer.digest().isEmpty()
                || answer.digest().equals(digest)
                || answer.digest().equals(pseudonyms.ofContent(digest));
    }

    /** Keeps the answers with their ids. */
    void answer(String sender, Collection<Answer> answers) {
        String hash = pseudonyms.ofSender(sender);
        database.call(connection -> Sql.batch(
                connection,
                ANSWER,
                answers,
                (sql, answer) -> bind(sql, answer.result())
                        .bind("sender", hash)
                        .bind("source", answer.key().source())
                        .bind("id", answer.key().id())));
    }

    private Sql bind(Sql update, CommandResult result) {
        if (result instanceof CommandResult.Accepted accepted) {
            return update.bind("status", accepted.status())
                    .bind("answer", accepted.body().toString())
                    .bind("location", accepted.location().orElse(null));
        }
        Problem problem = ((CommandResult.Refused) result).problem();
        return update.bind("status", problem.type().status())
                .bind("answer", written(problem))
                .bind("location", null);
    }

    private CommandResult read(int status, String answer, String location) {
        if (answer == null) {
            return new CommandResult.Refused(Problem.of(ProblemType.ANSWER_ERASED, CommandMessages.ANSWER_ERASED));
        }
        try {
            if (status >= REFUSED_FROM) {
                return new CommandResult.Refused(json.readValue(answer, Problem.class));
            }
            JsonNode body = json.readTree(answer);
            return new CommandResult.Accepted(status, body, Optional.ofNullable(location));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer that cannot be read", e);
        }
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that cannot be written", e);
        }
    }
}
