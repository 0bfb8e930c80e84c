package org.govshare.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;

/**
 * Answers already given, under the sender's keyed hash, source and id of each command; every statement runs in the
 * caller's transaction. An answer kept longer than its period is erased; its id stays used.
 */
@ApplicationScoped
class Inbox {
    private static final int REFUSED_FROM = 400;

    private static final String CLAIM = """
            insert into govshare.inbox (sender, source, event_id, type, digest, received_at)
            select ?, e.source, e.id, e.type, e.digest, ?
              from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                   as e (source, id, type, digest)
            on conflict do nothing returning source, event_id
            """;
    private static final String EARLIER = """
            select digest, status, answer::text, location from govshare.inbox
             where sender = ? and source = ? and event_id = ?
            """;
    private static final String ANSWER = """
            update govshare.inbox set status = ?, answer = cast(? as jsonb), location = ?
             where sender = ? and source = ? and event_id = ?
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock wall;
    private final Pseudonyms pseudonyms;

    Inbox(DataSource database, ObjectMapper json, Clock wall, Pseudonyms pseudonyms) {
        this.database = database;
        this.json = json;
        this.wall = wall;
        this.pseudonyms = pseudonyms;
    }

    /** What makes a command one of its sender's. */
    record Key(String source, String id) {
        static Key of(CommandEvent event) {
            return new Key(event.source(), event.id());
        }
    }

    /**
     * What was answered, and to which content.
     *
     * @param digest keyed as it is stored, or unkeyed: within a batch, and in rows of earlier versions, whose erasure
     *     leaves it empty
     */
    record Answer(Key key, String digest, CommandResult result) {}

    /**
     * Claims the ids that were never used, in the order of the ids, so that batches cannot wait for each other; waits for
     * a twin that is still under way.
     *
     * @return those that are new
     */
    Set<Key> claim(String sender, List<CommandEvent> events) {
        List<CommandEvent> ordered = events.stream()
                .sorted(Comparator.comparing(CommandEvent::source).thenComparing(CommandEvent::id))
                .toList();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(CLAIM)) {
            insert.setString(1, pseudonyms.ofSender(sender));
            insert.setObject(2, wall.instant().atOffset(ZoneOffset.UTC));
            column(insert, 3, ordered, CommandEvent::source);
            column(insert, 4, ordered, CommandEvent::id);
            column(insert, 5, ordered, CommandEvent::type);
            column(insert, 6, ordered, event -> pseudonyms.ofContent(event.digest()));
            Set<Key> claimed = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    claimed.add(new Key(rows.getString(1), rows.getString(2)));
                }
            }
            return claimed;
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox cannot be claimed in", e);
        }
    }

    private static void column(
            PreparedStatement statement, int index, List<CommandEvent> events, Function<CommandEvent, String> value)
            throws SQLException {
        String[] values = events.stream().map(value).toArray(String[]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("text", values));
    }

    /** The answer to a command that was claimed and committed earlier. */
    Answer earlier(String sender, Key key) {
        return find(sender, key).orElseThrow();
    }

    /** Whether this very command was claimed and committed earlier. */
    boolean holds(String sender, CommandEvent event) {
        return find(sender, Key.of(event))
                .filter(answer -> sameContent(event, answer))
                .isPresent();
    }

    private Optional<Answer> find(String sender, Key key) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(EARLIER)) {
            query.setString(1, pseudonyms.ofSender(sender));
            query.setString(2, key.source());
            query.setString(3, key.id());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                CommandResult result = read(row.getInt(2), row.getString(3), row.getString(4));
                return Optional.of(new Answer(key, row.getString(1), result));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox cannot be read", e);
        }
    }

    /** Whether the event has the content that was answered; what is erased without a trace is taken for it. */
    boolean sameContent(CommandEvent event, Answer answer) {
        String digest = event.digest();
        return answer.digest().isEmpty()
                || answer.digest().equals(digest)
                || answer.digest().equals(pseudonyms.ofContent(digest));
    }

    /** Keeps the answers beside their ids. */
    void answer(String sender, Collection<Answer> answers) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(ANSWER)) {
            String hash = pseudonyms.ofSender(sender);
            for (Answer answer : answers) {
                bind(update, answer.result());
                update.setString(4, hash);
                update.setString(5, answer.key().source());
                update.setString(6, answer.key().id());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox cannot keep an answer", e);
        }
    }

    private void bind(PreparedStatement update, CommandResult result) throws SQLException {
        if (result instanceof CommandResult.Accepted accepted) {
            update.setInt(1, accepted.status());
            update.setString(2, accepted.body().toString());
            update.setString(3, accepted.location().orElse(null));
        } else {
            Problem problem = ((CommandResult.Refused) result).problem();
            update.setInt(1, problem.type().status());
            update.setString(2, written(problem));
            update.setString(3, null);
        }
    }

    private CommandResult read(int status, String answer, String location) {
        if (answer == null) {
            return new CommandResult.Refused(Problem.of(
                    ProblemType.ANSWER_ERASED,
                    "该命令早已办理，当时的答复已按保存期限清除；不会再办一次。",
                    "This command was dealt with long ago, and its answer has been erased at the end of its period; it is not"
                            + " done again."));
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
