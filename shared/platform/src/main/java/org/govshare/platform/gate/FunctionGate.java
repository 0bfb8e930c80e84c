package org.govshare.platform.gate;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemAnswers;

/**
 * Guards Funqy, which takes events at {@code /} and also opens every function under its name. Notifications pass only
 * at {@code POST /}; every path that names a function is closed. One process requires the secret that our own sink
 * sends. Without a secret, notifications pass only at an inner Service, which only the cluster reaches.
 */
@ApplicationScoped
public class FunctionGate {
    /** The header with the secret that is made at start. */
    public static final String SECRET_HEADER = "Govshare-Sink-Secret";

    private static final int BEFORE_ALL_ROUTES = 1000;

    private final Optional<byte[]> secret;
    private final String entrance;
    private final Optional<String> homePage;
    private final RequestLimits limits;
    private final Notifications notifications;
    private final ProblemAnswers answers;

    FunctionGate(
            @ConfigProperty(name = "govshare.sink-secret") Optional<String> secret,
            @ConfigProperty(name = "govshare.entrance") String entrance,
            @ConfigProperty(name = "govshare.home-page") Optional<String> homePage,
            RequestLimits limits,
            Notifications notifications,
            ProblemAnswers answers) {
        this.secret = secret.filter(s -> !s.isBlank()).map(s -> s.getBytes(StandardCharsets.UTF_8));
        this.entrance = entrance;
        this.homePage = homePage.filter(page -> !page.isBlank());
        this.limits = limits;
        this.notifications = notifications;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_ROUTES);
    }

    private void pass(RoutingContext request) {
        Optional<Problem> beyond = limits.refusal(request.request());
        if (beyond.isPresent()) {
            answers.answer(request, beyond.get());
            return;
        }
        Bodies.settle(request);
        String path = request.normalizedPath();
        if ("/".equals(path)) {
            root(request);
        } else if (Functions.namedIn(path) || ("inner".equals(entrance) && !path.startsWith("/q/"))) {
            answers.answer(request, Problem.notFound());
        } else {
            request.next();
        }
    }

    private void root(RoutingContext request) {
        HttpMethod method = request.request().method();
        if (homePage.isPresent() && (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))) {
            request.response()
                    .setStatusCode(302)
                    .putHeader("Location", homePage.get())
                    .end();
        } else if ("front".equals(entrance) || !Functions.any() || !authentic(request)) {
            answers.answer(request, Problem.notFound());
        } else if (!HttpMethod.POST.equals(method)) {
            request.response().putHeader("Allow", homePage.isPresent() ? "GET, HEAD, POST" : "POST");
            answers.answer(request, Problem.ofStatus(405));
        } else {
            notifications.take(request);
        }
    }

    private boolean authentic(RoutingContext request) {
        if (secret.isEmpty()) {
            return "inner".equals(entrance);
        }
        String given = request.request().getHeader(SECRET_HEADER);
        return given != null && MessageDigest.isEqual(secret.get(), given.getBytes(StandardCharsets.UTF_8));
    }
}
