package org.govshare.commands.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.RowIds;
import org.govshare.platform.sql.Sql;

/**
 * Notifications that are sent after the commit of the transaction that wrote them. If the transaction is rolled back,
 * they are never sent. Each is sent at least once, with the same id every time.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into govshare.outbox (id, type, subject, data, created_at, available_at)
            select m.id, m.type, m.subject, m.data::jsonb, n.now, n.available
              from unnest(cast(:id as uuid[]), cast(:type as text[]), cast(:subject as text[]), cast(:data as text[]))
                     as m (id, type, subject, data),
                   (values (cast(:wall_now as timestamptz), cast(:available as timestamptz))) as n (now, available)
            """;

    private static final String INSERT_ONE = """
            insert into govshare.outbox (id, type, subject, data, created_at, available_at)
            select m.id, m.type, m.subject, m.data, m.at, m.at
              from (values (cast(:id as uuid), cast(:type as text), cast(:subject as text), cast(:data as jsonb),
                            cast(:wall_now as timestamptz)))
                as m (id, type, subject, data, at)
            """;

    /** A sending that is in progress may have begun too early: without its lease, the row is sent again. */
    private static final String OR_REPEAT =
            " on conflict (id) do update set sent_at = null, lease = null, available_at = excluded.available_at";

    private static final String OR_NOTHING = " on conflict (id) do nothing";

    private final Database database;
    private final ObjectMapper json;
    private final Clock wall;
    private final Event<Filled> filled;

    Outbox(Database database, ObjectMapper json, Clock wall, Event<Filled> filled) {
        this.database = database;
        this.json = json;
        this.wall = wall;
        this.filled = filled;
    }

    /** Fired to observers after the commit of a transaction that added a message. */
    public record Filled() {}

    /**
     * Adds a notification to the caller's transaction.
     *
     * @param type {@code org.govshare.<subject>.<verb>.v1}
     * @param subject id of the object that it is about
     * @param data ids, never content: the receiver reads the row
     */
    @Transactional(TxType.MANDATORY)
    public void add(String type, String subject, Map<String, Object> data) {
        addAll(List.of(new NewMessage(type, subject, data)));
    }

    /** Adds notifications to the caller's transaction, with one statement for any number. */
    @Transactional(TxType.MANDATORY)
    public void addAll(List<NewMessage> messages) {
        Instant wallNow = wall.instant();
        insert(messages, wallNow, wallNow);
    }

    /** Adds a notification that is sent before all that wait, so that work goes on however many notifications wait. */
    @Transactional(TxType.MANDATORY)
    public void addFirst(String type, String subject, Map<String, Object> data) {
        insert(List.of(new NewMessage(type, subject, data)), wall.instant(), Instant.EPOCH);
    }

    /** Adds a notification for a later moment; the first sweep after it sends the notification. */
    @Transactional(TxType.MANDATORY)
    public void addLater(String type, String subject, Map<String, Object> data, Instant at) {
        insert(List.of(new NewMessage(type, subject, data)), wall.instant(), at);
    }

    /**
     * Adds an event under an id that the caller chose. If an event has this id already, that event is sent once more.
     *
     * @param id the same for the same event; a receiver that gets it twice recognises it by this id
     */
    @Transactional(TxType.MANDATORY)
    public void addOrRepeat(UUID id, NewMessage message) {
        insert(id, message, OR_REPEAT);
    }

    /**
     * Adds an event under an id that the caller chose, unless an event has this id already. Such an event is kept for a
     * week after it was sent, and is not sent again in that time.
     */
    @Transactional(TxType.MANDATORY)
    public void addOnce(UUID id, NewMessage message) {
        insert(id, message, OR_NOTHING);
    }

    private void insert(UUID id, NewMessage message, String onConflict) {
        database.call(connection -> Sql.on(connection, INSERT_ONE + onConflict)
                .bind("id", id)
                .bind("type", message.type())
                .bind("subject", message.subject())
                .bind("data", written(message.data()))
                .bind("wall_now", wall.instant())
                .update());
        filled.fire(new Filled());
    }

    private void insert(List<NewMessage> messages, Instant wallNow, Instant available) {
        if (messages.isEmpty()) {
            return;
        }
        database.call(connection -> Sql.on(connection, INSERT)
                .column("id", messages, m -> RowIds.next())
                .column("type", messages, NewMessage::type)
                .column("subject", messages, NewMessage::subject)
                .column("data", messages, m -> written(m.data()))
                .bind("wall_now", wallNow)
                .bind("available", available)
                .update());
        filled.fire(new Filled());
    }

    private String written(Map<String, Object> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("outbox data that is not JSON", e);
        }
    }
}
