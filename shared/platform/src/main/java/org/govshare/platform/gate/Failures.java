package org.govshare.platform.gate;

import io.quarkus.funqy.runtime.ApplicationException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemAnswers;
import org.govshare.platform.rate.RateExceeded;
import org.jboss.logging.Logger;

/**
 * Answers with problem details when the framework itself refuses or fails: unknown paths, methods, sizes, broken URIs.
 */
@ApplicationScoped
class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int BEFORE_ALL_ROUTES = -2000;
    private static final List<Integer> UNMATCHED = List.of(400, 404, 405, 406, 413, 414, 415, 431, 500);

    private final Notifications notifications;
    private final ProblemAnswers answers;

    Failures(Notifications notifications, ProblemAnswers answers) {
        this.notifications = notifications;
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL_ROUTES).failureHandler(this::answer);
        UNMATCHED.forEach(status -> router.errorHandler(status, this::answer));
    }

    private void answer(RoutingContext request) {
        Throwable failure = request.failure();
        int status = statusOf(request);
        if (gone(failure)) {
            LOG.debugf("a client went away: %s", failure);
        } else if (security(failure)) {
            request.next();
        } else if (Notifications.isOne(request)) {
            notification(request, status, failure);
        } else if (status >= 500) {
            answers.answer(request, answers.unforeseen(failure));
        } else {
            answers.answer(request, Problem.ofStatus(status));
        }
    }

    private void notification(RoutingContext request, int status, Throwable failure) {
        if (status == 404) {
            notifications.drop(request);
        } else if (thrown(failure) instanceof RateExceeded beyond) {
            notifications.defer(request, beyond);
        } else if (status >= 500) {
            notifications.fail(request, failure);
        } else {
            notifications.refuse(request, Notifications.typeOf(request), Problem.ofStatus(status));
        }
    }

    /** The connection ended before the request did: nobody waits for an answer, and our code has not failed. */
    private static boolean gone(Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof ClosedChannelException
                || failure instanceof SocketException;
    }

    /** The exception that a function threw and Funqy wrapped. */
    private static Throwable thrown(Throwable failure) {
        return failure instanceof ApplicationException ? failure.getCause() : failure;
    }

    /** The security layer's own handler answers these, because it knows the challenge. */
    private static boolean security(Throwable failure) {
        return failure instanceof AuthenticationException
                || failure instanceof UnauthorizedException
                || failure instanceof ForbiddenException;
    }

    private static int statusOf(RoutingContext request) {
        if (request.failure() instanceof HttpException refused) {
            return refused.getStatusCode();
        }
        int status = request.statusCode();
        return status >= 400 ? status : 500;
    }
}
