package org.govshare.casework.command;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.govshare.casework.trail.Trail;
import org.govshare.casework.trail.TrailEntry;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemException;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.platform.time.LawTime;

/**
 * The only way a command reaches a case: deduplicate, decide, write, commit, then send. The id, the outcome, the trail
 * and the outbox are one transaction; the same command again gets the same answer and does nothing.
 */
@ApplicationScoped
public class CommandPath {
    private static final String DEADLOCK = "40P01";
    private static final int MOST_ATTEMPTS = 4;

    private final Inbox inbox;
    private final Trail trail;
    private final Clock law;
    private final Map<String, CommandHandler> handlers = new HashMap<>();

    CommandPath(Inbox inbox, Trail trail, @LawTime Clock law, @All List<CommandHandler> handlers) {
        this.inbox = inbox;
        this.trail = trail;
        this.law = law;
        for (CommandHandler handler : handlers) {
            for (String type : handler.types()) {
                if (this.handlers.put(type, handler) != null) {
                    throw new IllegalStateException("two handlers for " + type);
                }
            }
        }
    }

    /**
     * Runs commands of one sender as one transaction, one result for each in their order. Commands that lock in another
     * order can stand in each other's way; PostgreSQL then undoes one transaction whole, and it runs again.
     */
    public List<CommandResult> run(Caller caller, List<CommandEvent> events) {
        return run(caller, events, ResultListener.NONE);
    }

    /** As {@link #run(Caller, List)}; the listener hears of each result within the transaction. */
    List<CommandResult> run(Caller caller, List<CommandEvent> events, ResultListener listener) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> all(caller, events, listener));
            } catch (RuntimeException e) {
                if (attempt == MOST_ATTEMPTS || !isDeadlock(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    /** Of a random length, so that those who met do not meet again. */
    private static void pause(int attempt) {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(100L << attempt)));
    }

    private static boolean isDeadlock(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && DEADLOCK.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private List<CommandResult> all(Caller caller, List<CommandEvent> events, ResultListener listener) {
        List<CommandResult> results = new ArrayList<>();
        for (CommandEvent event : events) {
            CommandResult result = one(caller, event);
            listener.decided(caller, event, result);
            results.add(result);
        }
        return results;
    }

    private CommandResult one(Caller caller, CommandEvent event) {
        Optional<CommandResult> earlier = inbox.claim(caller.sender(), event);
        CommandContext context = new CommandContext(caller, event, law.instant().truncatedTo(ChronoUnit.MICROS));
        if (earlier.isPresent()) {
            earlier.flatMap(CommandPath::reuse).ifPresent(problem -> enterRefusal(context, problem));
            return earlier.get();
        }
        CommandResult result = decide(context);
        if (result instanceof CommandResult.Refused refused) {
            enterRefusal(context, refused.problem());
        }
        inbox.answer(caller.sender(), event, result);
        return result;
    }

    /** Other content under a used id is no repeat but an attempt of its own, which no stored answer tells of. */
    private static Optional<Problem> reuse(CommandResult earlier) {
        return earlier instanceof CommandResult.Refused refused
                        && refused.problem().type() == ProblemType.ID_REUSED
                ? Optional.of(refused.problem())
                : Optional.empty();
    }

    private CommandResult decide(CommandContext context) {
        CommandHandler handler = handlers.get(context.event().type());
        if (handler == null) {
            return new CommandResult.Refused(
                    Problem.field(Violation.invalid("/type", "这里不办理这类命令", "is no command that is taken here")));
        }
        if (!handler.admits(context.caller())) {
            return new CommandResult.Refused(
                    Problem.of(ProblemType.FORBIDDEN, "您的角色不能办理此事。", "Your role does not permit this command."));
        }
        try {
            return handler.handle(context);
        } catch (ProblemException e) {
            return new CommandResult.Refused(e.problem());
        }
    }

    private void enterRefusal(CommandContext context, Problem problem) {
        Map<String, String> details = new HashMap<>();
        details.put("type", context.event().type());
        details.put("problem", problem.type().uri());
        problem.rule().ifPresent(rule -> details.put("article", rule.pack() + " " + rule.article()));
        trail.enter(TrailEntry.by(context.caller(), Optional.empty(), context.now(), "refused", details));
    }
}
