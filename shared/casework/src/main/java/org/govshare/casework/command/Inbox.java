package org.govshare.casework.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;

/** Answers already given: the same sender, source and id gets the same answer; other content under it is refused. */
@ApplicationScoped
class Inbox {
    private static final int REFUSED_FROM = 400;

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock wall;

    Inbox(EntityManager database, ObjectMapper json, Clock wall) {
        this.database = database;
        this.json = json;
        this.wall = wall;
    }

    /** Claims the command's id. The earlier answer when it was used before; waits for a twin that is still under way. */
    Optional<CommandResult> claim(String sender, CommandEvent event) {
        int inserted = database.createNativeQuery("""
                        insert into govshare.inbox (sender, source, event_id, type, digest, received_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing
                        """)
                .setParameter(1, sender)
                .setParameter(2, event.source())
                .setParameter(3, event.id())
                .setParameter(4, event.type())
                .setParameter(5, event.digest())
                .setParameter(6, wall.instant())
                .executeUpdate();
        return inserted == 1 ? Optional.empty() : Optional.of(earlier(sender, event));
    }

    /** Keeps the answer beside the id. */
    void answer(String sender, CommandEvent event, CommandResult result) {
        int status;
        String answer;
        String location;
        if (result instanceof CommandResult.Accepted accepted) {
            status = accepted.status();
            answer = written(accepted.body());
            location = accepted.location().orElse(null);
        } else {
            Problem problem = ((CommandResult.Refused) result).problem();
            status = problem.type().status();
            answer = written(problem);
            location = null;
        }
        database.createNativeQuery("""
                        update govshare.inbox set status = ?1, answer = cast(?2 as jsonb), location = cast(?3 as text)
                         where sender = ?4 and source = ?5 and event_id = ?6
                        """)
                .setParameter(1, status)
                .setParameter(2, answer)
                .setParameter(3, location)
                .setParameter(4, sender)
                .setParameter(5, event.source())
                .setParameter(6, event.id())
                .executeUpdate();
    }

    private CommandResult earlier(String sender, CommandEvent event) {
        List<?> rows = database.createNativeQuery("""
                        select digest, status, cast(answer as text), location from govshare.inbox
                         where sender = ?1 and source = ?2 and event_id = ?3
                        """, Object[].class)
                .setParameter(1, sender)
                .setParameter(2, event.source())
                .setParameter(3, event.id())
                .getResultList();
        Object[] row = (Object[]) rows.get(0);
        if (!event.digest().equals(row[0])) {
            return new CommandResult.Refused(Problem.of(
                    ProblemType.ID_REUSED,
                    "该编号已用于另一内容的命令；新的命令请用新的编号。",
                    "This id was used for a command with other content; give a new command a new id."));
        }
        return read(((Number) row[1]).intValue(), (String) row[2], (String) row[3]);
    }

    private CommandResult read(int status, String answer, String location) {
        try {
            if (status >= REFUSED_FROM) {
                return new CommandResult.Refused(json.readValue(answer, Problem.class));
            }
            return new CommandResult.Accepted(status, json.readTree(answer), Optional.ofNullable(location));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer that cannot be read", e);
        }
    }

    private String written(Object answer) {
        try {
            return answer instanceof JsonNode node ? node.toString() : json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that cannot be written", e);
        }
    }
}
