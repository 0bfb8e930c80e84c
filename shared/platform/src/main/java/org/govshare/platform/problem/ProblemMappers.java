package org.govshare.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.language.Languages;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a request into problem details; never shows an exception's text. */
public class ProblemMappers {
    private final ProblemAnswers answers;
    private final AllowedMethods methods;

    ProblemMappers(ProblemAnswers answers, AllowedMethods methods) {
        this.answers = answers;
        this.methods = methods;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException e, HttpHeaders headers) {
        return answer(e.problem(), headers);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, HttpHeaders headers) {
        return answer(Problem.of(ProblemType.FORBIDDEN, PlatformMessages.ROLE_NOT_PERMITTED), headers);
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response unreadable(HttpHeaders headers) {
        return answer(Problem.of(ProblemType.MALFORMED, PlatformMessages.NOT_THE_JSON_NEEDED), headers);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e, HttpHeaders headers, ContainerRequestContext request) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        Set<String> allowed =
                status == 404 || status == 405 ? methods.at(request.getUriInfo().getPath()) : Set.of();
        // The framework answers 404 if another resource's path matches the beginning and has no such method.
        if (status == 405 || !allowed.isEmpty() && !allowed.contains(request.getMethod())) {
            return Response.fromResponse(answer(Problem.ofStatus(405), headers))
                    .allow(allowed)
                    .build();
        }
        boolean ofNoType = status == 400 && !hasReadableType(headers);
        return answer(Problem.ofStatus(ofNoType ? 415 : status), headers);
    }

    private static boolean hasReadableType(HttpHeaders headers) {
        try {
            headers.getMediaType();
            return true;
        } catch (IllegalArgumentException | WebApplicationException e) {
            return false;
        }
    }

    @ServerExceptionMapper
    public Response unforeseen(RuntimeException e, HttpHeaders headers) {
        return answer(answers.unforeseen(e), headers);
    }

    private static Response answer(Problem problem, HttpHeaders headers) {
        return ProblemBody.response(problem, Languages.wanted(headers));
    }
}
