package org.govshare.commands;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.govshare.commands.messages.CommandMessages;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.commands.trail.TrailKeyCheck;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemException;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.platform.time.LawTime;
import org.govshare.platform.transaction.PassingFault;

/**
 * The only way a command reaches a case: deduplicate, decide, write, commit, then send. The id, the outcome, the trail
 * and the outbox are one transaction; the same command again gets the same answer and does nothing.
 *
 * <p>Every transaction locks in one order: ids, cases that the commands name, what the commands touch, chains of the
 * trail. Ids, cases and chains are each sorted.
 */
@ApplicationScoped
public class CommandPath {
    private static final int MOST_ATTEMPTS = 4;

    private final Inbox inbox;
    private final List<CaseLocks> locks;
    private final Trail trail;
    private final Clock law;
    private final OfficeCheck offices;
    private final TrailKeyCheck key;
    private final Map<String, CommandHandler> handlers = new HashMap<>();

    CommandPath(
            Inbox inbox,
            @All List<CaseLocks> locks,
            Trail trail,
            @LawTime Clock law,
            OfficeCheck offices,
            TrailKeyCheck key,
            @All List<CommandHandler> handlers) {
        this.inbox = inbox;
        this.locks = locks;
        this.trail = trail;
        this.law = law;
        this.offices = offices;
        this.key = key;
        for (CommandHandler handler : handlers) {
            for (String type : handler.types()) {
                if (this.handlers.put(type, handler) != null) {
                    throw new IllegalStateException("two handlers for " + type);
                }
            }
        }
    }

    /**
     * Runs commands of one sender as one transaction, and returns one result for each, in order. If PostgreSQL rolls
     * the transaction back because of concurrent ones, it runs again, a few times.
     *
     * @throws RuntimeException that is a {@link PassingFault} if the database does not answer or its answer was lost:
     *     it is unknown whether anything was committed, and the same commands may safely be sent again
     */
    public List<CommandResult> run(Caller caller, List<CommandEvent> events) {
        return run(caller, events, ResultListener.NONE);
    }

    /** As {@link #run(Caller, List)}; the listener is called with each result inside the transaction. */
    List<CommandResult> run(Caller caller, List<CommandEvent> events, ResultListener listener) {
        key.require();
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> all(caller, events, listener));
            } catch (RuntimeException e) {
                if (attempt == MOST_ATTEMPTS || !PassingFault.isCollision(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    /** The pause has a random length, so that transactions that collided do not collide again. */
    private static void pause(int attempt) {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(100L << attempt)));
    }

    private List<CommandResult> all(Caller caller, List<CommandEvent> events, ResultListener listener) {
        Set<Inbox.Key> left = new HashSet<>(inbox.claim(caller.sender(), events));
        lockCases(events, left);
        Map<Inbox.Key, Inbox.Answer> answers = new LinkedHashMap<>();
        List<CommandResult> results = new ArrayList<>();
        for (CommandEvent event : events) {
            Inbox.Key key = Inbox.Key.of(event);
            CommandContext context =
                    new CommandContext(caller, event, law.instant().truncatedTo(ChronoUnit.MICROS));
            CommandResult result;
            if (left.remove(key)) {
                result = decide(context);
                rethrowIfPassing(result);
                entered(context, result);
                answers.put(key, new Inbox.Answer(key, event.digest(), result));
            } else {
                Inbox.Answer earlier =
                        answers.containsKey(key) ? answers.get(key) : inbox.earlier(caller.sender(), key);
                result = repeated(context, earlier);
            }
            listener.decided(caller, event, result);
            results.add(result);
        }
        if (!answers.isEmpty()) {
            inbox.answer(caller.sender(), answers.values());
        }
        return results;
    }

    /**
     * A jurisdiction that a broken text of law closes will open again, so a refusal for that reason does not use up the
     * id.
     */
    private static void rethrowIfPassing(CommandResult result) {
        if (result instanceof CommandResult.Refused refused
                && refused.problem().type() == ProblemType.LAW_UNAVAILABLE) {
            throw refused.problem().asException();
        }
    }

    /** A single command locks its case itself. */
    private void lockCases(List<CommandEvent> events, Set<Inbox.Key> claimed) {
        if (events.size() == 1) {
            return;
        }
        Set<UUID> named = new HashSet<>();
        for (CommandEvent event : events) {
            if (claimed.contains(Inbox.Key.of(event)) && handlers.containsKey(event.type())) {
                handlers.get(event.type()).caseOf(event.data()).ifPresent(named::add);
            }
        }
        locks.forEach(lock -> lock.lockAll(named));
    }

    /** The earlier answer, or a refusal if the id was used for other content. */
    private CommandResult repeated(CommandContext context, Inbox.Answer earlier) {
        if (inbox.sameContent(context.event(), earlier)) {
            return earlier.result();
        }
        return entered(
                context, new CommandResult.Refused(Problem.of(ProblemType.ID_REUSED, CommandMessages.ID_REUSED)));
    }

    private CommandResult decide(CommandContext context) {
        Optional<Violation> unknown = faultOfType(context.event().type());
        if (unknown.isPresent()) {
            return new CommandResult.Refused(Problem.field(unknown.get()));
        }
        CommandHandler handler = handlers.get(context.event().type());
        if (!handler.admits(context.caller())) {
            return new CommandResult.Refused(Problem.of(ProblemType.FORBIDDEN, PlatformMessages.ROLE_NOT_PERMITTED));
        }
        Optional<Problem> outOfOffice = offices.refusal(context.caller());
        if (outOfOffice.isPresent()) {
            return new CommandResult.Refused(outOfOffice.get());
        }
        CommandResult result = handled(handler, context);
        // Handlers know only the data.
        return result instanceof CommandResult.Refused refused
                ? new CommandResult.Refused(
                        refused.problem().below(context.event().dataAt()))
                : result;
    }

    private static CommandResult handled(CommandHandler handler, CommandContext context) {
        try {
            return handler.handle(context);
        } catch (ProblemException e) {
            return new CommandResult.Refused(e.problem());
        }
    }

    /** The fault of a type that is not a command here; it lists those that are. */
    Optional<Violation> faultOfType(String type) {
        if (handlers.containsKey(type)) {
            return Optional.empty();
        }
        Set<String> types = new TreeSet<>(handlers.keySet());
        return Optional.of(Violation.invalid("/type", CommandMessages.mustBeCommand(types)));
    }

    /** The result, with a refusal entered in the trail. */
    private CommandResult entered(CommandContext context, CommandResult result) {
        if (result instanceof CommandResult.Refused refused) {
            enterRefusal(context, refused.problem());
        }
        return result;
    }

    private void enterRefusal(CommandContext context, Problem problem) {
        Map<String, String> details = new HashMap<>();
        details.put("type", context.event().type());
        details.put("problem", problem.type().uri());
        problem.rule().ifPresent(rule -> details.put("article", rule.pack() + " " + rule.article()));
        trail.enter(TrailEntry.by(context.caller(), Optional.empty(), context.lawNow(), "refused", details));
    }
}
