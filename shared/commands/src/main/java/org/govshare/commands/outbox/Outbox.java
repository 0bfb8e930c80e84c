package org.govshare.commands.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.platform.sql.Columns;
import org.govshare.platform.sql.RowIds;

/**
 * Notifications that leave with the transaction that wrote them: nothing rolled back is ever sent, nothing committed
 * is never sent. Each is sent at least once; its id is the same every time.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into govshare.outbox (id, type, subject, data, created_at, available_at)
            select m.id, m.type, m.subject, m.data::jsonb, n.now, n.available
              from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                     as m (id, type, subject, data),
                   (values (cast(? as timestamptz), cast(? as timestamptz))) as n (now, available)
            """;

    private static final String INSERT_ONE = """
            insert into govshare.outbox (id, type, subject, data, created_at, available_at)
            select m.id, m.type, m.subject, m.data, m.at, m.at
              from (values (cast(? as uuid), cast(? as text), cast(? as text), cast(? as jsonb), cast(? as timestamptz)))
                as m (id, type, subject, data, at)
            """;

    /** A sending that is under way may have been too early to count: without its lease the row is sent again. */
    private static final String OR_REPEAT =
            " on conflict (id) do update set sent_at = null, lease = null, available_at = excluded.available_at";

    private static final String OR_NOTHING = " on conflict (id) do nothing";

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock wall;
    private final Event<Filled> filled;

    Outbox(DataSource database, ObjectMapper json, Clock wall, Event<Filled> filled) {
        this.database = database;
        this.json = json;
        this.wall = wall;
        this.filled = filled;
    }

    /** Told to observers after the commit of a transaction that added a message. */
    public record Filled() {}

    /**
     * Adds a notification to the caller's transaction.
     *
     * @param type {@code org.govshare.<subject>.<verb>.v1}
     * @param subject id of what it is about
     * @param data ids, never content: the receiver reads the row
     */
    @Transactional(TxType.MANDATORY)
    public void add(String type, String subject, Map<String, Object> data) {
        addAll(List.of(new NewMessage(type, subject, data)));
    }

    /** Adds notifications to the caller's transaction; one statement however many they are. */
    @Transactional(TxType.MANDATORY)
    public void addAll(List<NewMessage> messages) {
        Instant now = wall.instant();
        insert(messages, now, now);
    }

    /** Adds a notification that is sent before all that waits: for work to go on, however much there is to tell of it. */
    @Transactional(TxType.MANDATORY)
    public void addFirst(String type, String subject, Map<String, Object> data) {
        insert(List.of(new NewMessage(type, subject, data)), wall.instant(), Instant.EPOCH);
    }

    /** Adds a notification that is sent at a moment to come, by the first sweep that finds it due. */
    @Transactional(TxType.MANDATORY)
    public void addLater(String type, String subject, Map<String, Object> data, Instant at) {
        insert(List.of(new NewMessage(type, subject, data)), wall.instant(), at);
    }

    /**
     * Adds an event under an id of the caller's, or sends the event that already has this id once more.
     *
     * @param id the same for the same event; a receiver that gets it twice recognises it by this id
     */
    @Transactional(TxType.MANDATORY)
    public void addOrRepeat(UUID id, NewMessage message) {
        insert(id, message, OR_REPEAT);
    }

    /**
     * Adds an event under an id of the caller's, unless one is under it: for as long as that one is kept, which is a week
     * from when it was sent, the event is never sent again.
     */
    @Transactional(TxType.MANDATORY)
    public void addOnce(UUID id, NewMessage message) {
        insert(id, message, OR_NOTHING);
    }

    private void insert(UUID id, NewMessage message, String onConflict) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT_ONE + onConflict)) {
            insert.setObject(1, id);
            insert.setString(2, message.type());
            insert.setString(3, message.subject());
            insert.setString(4, written(message.data()));
            insert.setObject(5, wall.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw unfilled(e);
        }
        filled.fire(new Filled());
    }

    private void insert(List<NewMessage> messages, Instant now, Instant available) {
        if (messages.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, Columns.of(connection, messages, m -> RowIds.next()));
            insert.setArray(2, Columns.of(connection, messages, NewMessage::type));
            insert.setArray(3, Columns.of(connection, messages, NewMessage::subject));
            insert.setArray(4, Columns.of(connection, messages, m -> written(m.data())));
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.setObject(6, available.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw unfilled(e);
        }
        filled.fire(new Filled());
    }

    private static IllegalStateException unfilled(SQLException e) {
        return new IllegalStateException("the outbox cannot be filled, SQLSTATE " + e.getSQLState(), e);
    }

    private String written(Map<String, Object> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("outbox data that is not JSON", e);
        }
    }
}
