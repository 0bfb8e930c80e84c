package org.govshare.platform.gate;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;

/**
 * Checks every request against the limits before anything reads it. The server itself closes connections far beyond
 * these limits.
 */
@ApplicationScoped
class RequestLimits {
    private final GateLimits limits;
    private final long longestBody;

    RequestLimits(
            GateLimits limits, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longestBody) {
        this.limits = limits;
        this.longestBody = longestBody.asLongValue();
    }

    Optional<Problem> refusal(HttpServerRequest request) {
        if (request.uri().length() > limits.uri()) {
            return Optional.of(Problem.of(ProblemType.URI_TOO_LONG, PlatformMessages.uriTooLong(limits.uri())));
        }
        if (lengthOfHeaders(request) > limits.headers()) {
            return Optional.of(
                    Problem.of(ProblemType.HEADERS_TOO_LARGE, PlatformMessages.headersTooLong(limits.headers())));
        }
        if (announcedBody(request) > longestBody) {
            return Optional.of(Problem.ofStatus(413));
        }
        return encoded(request) ? Optional.of(compressed()) : Optional.empty();
    }

    private static int lengthOfHeaders(HttpServerRequest request) {
        int length = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            length += header.getKey().length() + header.getValue().length();
        }
        return length;
    }

    private static long announcedBody(HttpServerRequest request) {
        String announced = request.getHeader("Content-Length");
        try {
            return announced == null ? 0 : Long.parseLong(announced);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** A body must not be compressed: unpacked it could have any size, and a broken one would end without an answer. */
    private static boolean encoded(HttpServerRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        return encoding != null && !encoding.isBlank() && !"identity".equalsIgnoreCase(encoding.strip());
    }

    private static Problem compressed() {
        return new Problem(
                ProblemType.UNSUPPORTED_TYPE,
                PlatformMessages.BODY_COMPRESSED,
                List.of(Violation.invalid("Content-Encoding", PlatformMessages.MUST_BE_IDENTITY_ENCODING)),
                Optional.empty());
    }
}
