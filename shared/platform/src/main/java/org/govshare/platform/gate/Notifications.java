package org.govshare.platform.gate;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.event.CloudEventsIn;
import org.govshare.platform.event.EventIn;
import org.govshare.platform.gate.EventCounts.Outcome;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemAnswers;
import org.govshare.platform.problem.ProblemException;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.rate.RateExceeded;

/**
 * Takes one event at {@code /} and hands it to Funqy in the one form that Funqy reads correctly: binary mode, JSON
 * data, attributes decoded. An event that can never be accepted is refused with 400, 413 or 415, after which a broker
 * does not send it again. An event that no function here takes is dropped, as by a broker without a trigger for it. A
 * sender beyond its rate gets 429, after which a broker sends the event again. Only a failure is 5xx.
 */
@ApplicationScoped
class Notifications {
    static final String OTHER = "other";
    private static final String OURS = "org.govshare.";

    private final CloudEventsIn events;
    private final EventCounts counts;
    private final ProblemAnswers answers;

    Notifications(CloudEventsIn events, EventCounts counts, ProblemAnswers answers) {
        this.events = events;
        this.counts = counts;
        this.answers = answers;
    }

    void take(RoutingContext request) {
        EventIn event;
        try {
            event = read(request);
        } catch (ProblemException e) {
            refuse(request, OTHER, e.problem());
            return;
        }
        String type = event.type();
        if (type.startsWith(OURS) && !Functions.names().contains(type)) {
            drop(request);
            return;
        }
        Functions.flaw(type, event.data())
                .ifPresentOrElse(flaw -> refuse(request, type, Problem.field(flaw)), () -> handOver(request, event));
    }

    /** An event for which Funqy found no function. */
    void drop(RoutingContext request) {
        counts.count(OTHER, Outcome.DROPPED);
        request.response().setStatusCode(204).end();
    }

    /** A command whose sender is beyond its rate; after 429 a broker sends it again. */
    void defer(RoutingContext request, RateExceeded beyond) {
        counts.count(typeOf(request), Outcome.DEFERRED);
        request.response().putHeader("Retry-After", beyond.retryAfter());
        answers.answer(request, beyond.problem());
    }

    /** An event whose function failed; it will be sent again. */
    void fail(RoutingContext request, Throwable failure) {
        counts.count(typeOf(request), Outcome.FAILED);
        answers.answer(request, answers.unforeseen(failure));
    }

    /** An event that can never be accepted: 400, unless the size or the media type is at fault. */
    void refuse(RoutingContext request, String type, Problem problem) {
        counts.count(type, Outcome.REFUSED);
        boolean kept = problem.type() == ProblemType.UNSUPPORTED_TYPE || problem.type() == ProblemType.TOO_LARGE;
        answers.answer(
                request,
                kept
                        ? problem
                        : new Problem(ProblemType.MALFORMED, problem.detail(), problem.violations(), problem.rule()));
    }

    /** Whether the request was passed on to Funqy. */
    static boolean isOne(RoutingContext request) {
        return request.get(EventIn.KEY) != null;
    }

    static String typeOf(RoutingContext request) {
        EventIn event = request.get(EventIn.KEY);
        return event == null ? OTHER : event.type();
    }

    private EventIn read(RoutingContext request) {
        Buffer body = request.body().buffer();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        MultiMap given = request.request().headers();
        given.names().forEach(name -> headers.put(name, given.getAll(name)));
        if (CloudEventsIn.isBatch(request.request().getHeader("Content-Type"))) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, PlatformMessages.NO_BATCHES)
                    .asException();
        }
        return events.one(headers, body == null ? new byte[0] : body.getBytes());
    }

    private void handOver(RoutingContext request, EventIn event) {
        HttpServerRequest rewritten = request.request();
        rewritten.headers().names().stream()
                .filter(name -> name.regionMatches(true, 0, "ce-", 0, 3))
                .toList()
                .forEach(rewritten.headers()::remove);
        event.attributes().forEach((name, value) -> rewritten.headers().set("ce-" + name, value));
        rewritten.headers().set("Content-Type", "application/json");
        Bodies.replace(request, event.data().map(Object::toString).orElse(""));
        request.put(EventIn.KEY, event);
        request.addEndHandler(ended -> {
            int status = request.response().getStatusCode();
            if (status < 300) {
                counts.count(event.type(), Outcome.HANDLED);
            }
        });
        request.next();
    }
}
