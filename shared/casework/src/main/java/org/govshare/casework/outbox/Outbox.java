package org.govshare.casework.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Notifications that leave with the transaction that wrote them: nothing rolled back is ever sent, nothing committed
 * is never sent. Each is sent at least once; its id is the same every time.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into govshare.outbox (id, type, subject, data, created_at, available_at)
            values (?1, ?2, ?3, cast(?4 as jsonb), ?5, ?5)
            """;
    /** A sending that is under way may have been too early to count: without its lease the row is sent again. */
    private static final String AGAIN = """
            on conflict (id) do update set sent_at = null, lease = null, available_at = excluded.available_at
            """;

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock wall;
    private final Event<Filled> filled;

    Outbox(EntityManager database, ObjectMapper json, Clock wall, Event<Filled> filled) {
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
        insert(INSERT, UUID.randomUUID(), type, subject, data);
    }

    /**
     * Adds an event under an id of the caller's, or has the one that already stands under it sent once more.
     *
     * @param id the same for the same event; whoever receives it twice tells so by it
     */
    @Transactional(TxType.MANDATORY)
    public void addOrRepeat(UUID id, String type, String subject, Map<String, Object> data) {
        insert(INSERT + AGAIN, id, type, subject, data);
    }

    private void insert(String sql, UUID id, String type, String subject, Map<String, Object> data) {
        database.createNativeQuery(sql)
                .setParameter(1, id)
                .setParameter(2, type)
                .setParameter(3, subject)
                .setParameter(4, written(data))
                .setParameter(5, wall.instant())
                .executeUpdate();
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
