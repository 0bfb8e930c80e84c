package org.govshare.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.language.Languages;
import org.govshare.platform.transaction.PassingFault;
import org.jboss.logging.Logger;

/** Answers with problem details where no REST resource is reached: at the gate, and when the framework itself refuses. */
@ApplicationScoped
public class ProblemAnswers {
    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Ends the request with the problem, in the language that it asks for; does nothing if the request was answered
     * already.
     */
    public void answer(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        List<Locale> wanted = Languages.wanted(request.request().getHeader("Accept-Language"));
        ProblemBody body = ProblemBody.of(problem, wanted);
        response.setStatusCode(problem.type().status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .putHeader("Content-Language", ProblemBody.isChinese(wanted) ? "zh" : "en")
                .putHeader("Vary", "Accept-Language");
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (problem.type().status() == 503) {
            response.putHeader("Retry-After", ProblemBody.RETRY_AFTER_SECONDS);
        }
        response.end(written(body));
    }

    /**
     * Answers an unexpected failure: it is logged under a reference, and the answer has only the reference. A passing
     * fault gets its own answer.
     */
    public Problem unforeseen(Throwable failure) {
        if (failure != null && PassingFault.is(failure)) {
            LOG.warnf("the database could not be used, SQLSTATE %s: %s", PassingFault.states(failure), failure);
            return Problem.of(ProblemType.UNAVAILABLE, PlatformMessages.UNAVAILABLE);
        }
        UUID reference = UUID.randomUUID();
        LOG.errorf(failure, "unforeseen failure %s", reference);
        return Problem.of(ProblemType.INTERNAL, PlatformMessages.failed(reference));
    }

    private String written(ProblemBody body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that cannot be written", e);
        }
    }
}
