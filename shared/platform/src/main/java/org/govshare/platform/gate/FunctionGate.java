package org.govshare.platform.gate;

import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.funqy.runtime.FunctionRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stands before Funqy, which takes events at {@code /} and, unasked, also calls functions by their names: notifications
 * pass only at {@code POST /}, in one process only with the secret that our own sink sends, and no path names a function.
 */
@ApplicationScoped
public class FunctionGate {
    /** Header with the secret made at start. */
    public static final String SECRET_HEADER = "Govshare-Sink-Secret";

    private static final int BEFORE_ALL_ROUTES = 1000;

    private final Optional<byte[]> secret;
    private final String entrance;
    private final Optional<String> homePage;

    FunctionGate(
            @ConfigProperty(name = "govshare.sink-secret") Optional<String> secret,
            @ConfigProperty(name = "govshare.entrance") String entrance,
            @ConfigProperty(name = "govshare.home-page") Optional<String> homePage) {
        this.secret = secret.filter(s -> !s.isBlank()).map(s -> s.getBytes(StandardCharsets.UTF_8));
        this.entrance = entrance;
        this.homePage = homePage.filter(page -> !page.isBlank());
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_ROUTES);
    }

    private void pass(RoutingContext request) {
        String path = request.normalizedPath();
        if ("/".equals(path)) {
            notification(request);
        } else if (namesFunction(path) || ("inner".equals(entrance) && !path.startsWith("/q/"))) {
            request.response().setStatusCode(404).end();
        } else {
            request.next();
        }
    }

    private void notification(RoutingContext request) {
        if (homePage.isPresent() && HttpMethod.GET.equals(request.request().method())) {
            request.response()
                    .setStatusCode(302)
                    .putHeader("Location", homePage.get())
                    .end();
        } else if ("front".equals(entrance) || !authentic(request)) {
            request.response().setStatusCode(404).end();
        } else if (!HttpMethod.POST.equals(request.request().method())) {
            request.response().setStatusCode(405).putHeader("Allow", "POST").end();
        } else if (unconsumed(request)) {
            request.response().setStatusCode(204).end();
        } else {
            request.next();
        }
    }

    private boolean authentic(RoutingContext request) {
        String given = request.request().getHeader(SECRET_HEADER);
        return secret.isEmpty()
                || (given != null && MessageDigest.isEqual(secret.get(), given.getBytes(StandardCharsets.UTF_8)));
    }

    /** A type that no function here takes is taken and dropped, as a broker without a trigger for it would. */
    private boolean unconsumed(RoutingContext request) {
        String type = request.request().getHeader("ce-type");
        return type != null && type.startsWith("org.govshare.") && !consumed().contains(type);
    }

    private static boolean namesFunction(String path) {
        return consumed().contains(path.split("/", 3)[1]);
    }

    /** Names of the functions of this assembly, which are the event types they take; none in one that has no function. */
    private static Set<String> consumed() {
        FunctionRegistry functions = FunctionRecorder.registry;
        return functions == null
                ? Set.of()
                : functions.invokers().stream().map(FunctionInvoker::getName).collect(Collectors.toSet());
    }
}
