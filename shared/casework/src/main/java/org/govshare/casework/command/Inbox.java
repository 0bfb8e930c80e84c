package org.govshare.casework.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.govshare.casework.trail.Pseudonyms;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;

/**
 * Answers already given: the same sender, source and id gets the same answer; other content under it is refused. Senders
 * stand in it as keyed hashes. An answer kept longer than its period is erased; its id stays used.
 */
@ApplicationScoped
class Inbox {
    private static final int REFUSED_FROM = 400;

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock wall;
    private final Pseudonyms pseudonyms;

    Inbox(EntityManager database, ObjectMapper json, Clock wall, Pseudonyms pseudonyms) {
        this.database = database;
        this.json = json;
        this.wall = wall;
        this.pseudonyms = pseudonyms;
    }

    /** Claims the command's id. The earlier answer when it was used before; waits for a twin that is still under way. */
    Optional<CommandResult> claim(String sender, CommandEvent event) {
        int inserted = database.createNativeQuery("""
                        insert into govshare.inbox (sender, source, event_id, type, digest, received_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing
                        """)
                .setParameter(1, pseudonyms.ofSender(sender))
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
                .setParameter(4, pseudonyms.ofSender(sender))
                .setParameter(5, event.source())
                .setParameter(6, event.id())
                .executeUpdate();
    }

    private CommandResult earlier(String sender, CommandEvent event) {
        List<?> rows = database.createNativeQuery("""
                        select digest, status, cast(answer as text), location from govshare.inbox
                         where sender = ?1 and source = ?2 and event_id = ?3
                        """, Object[].class)
                .setParameter(1, pseudonyms.ofSender(sender))
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
        if (row[2] == null) {
            return new CommandResult.Refused(Problem.of(
                    ProblemType.ANSWER_ERASED,
                    "该命令早已办理，当时的答复已按保存期限清除；不会再办一次。",
                    "This command was dealt with long ago, and its answer has been erased at the end of its period; it is not"
                            + " done again."));
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
