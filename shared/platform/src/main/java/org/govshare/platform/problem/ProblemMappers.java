package org.govshare.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a request can run into, into problem details; never shows an exception's text. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(ProblemException e, HttpHeaders headers) {
        return answer(e.problem(), headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(HttpHeaders headers) {
        return answer(
                Problem.of(
                        ProblemType.UNAUTHENTICATED,
                        "请在 Authorization 头中提供有效的 Bearer 令牌。",
                        "Send a valid bearer token in the Authorization header."),
                headers);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, HttpHeaders headers) {
        return answer(Problem.of(ProblemType.FORBIDDEN, "您的角色不能这样做。", "Your role does not permit this."), headers);
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response unreadable(HttpHeaders headers) {
        return answer(
                Problem.of(ProblemType.MALFORMED, "内容不是所需的 JSON。", "The body is not the JSON that is wanted."),
                headers);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e, HttpHeaders headers) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        return answer(Problem.of(typeOf(status), "无法处理该请求。", "The request cannot be handled."), headers);
    }

    @ServerExceptionMapper
    public Response unforeseen(RuntimeException e, HttpHeaders headers) {
        if (PassingFault.is(e)) {
            LOG.warnf("the database could not be used, SQLSTATE %s: %s", PassingFault.states(e), e);
            return answer(
                    Problem.of(
                            ProblemType.UNAVAILABLE,
                            "请稍后重试；命令请用同一编号，不会重复办理。",
                            "Try again shortly; send a command under the same id, and it will not be done twice."),
                    headers);
        }
        UUID reference = UUID.randomUUID();
        LOG.errorf(e, "unforeseen failure %s", reference);
        return answer(
                Problem.of(
                        ProblemType.INTERNAL,
                        "服务器出错，编号 " + reference,
                        "Something failed here; its reference is " + reference),
                headers);
    }

    private static ProblemType typeOf(int status) {
        return switch (status) {
            case 400 -> ProblemType.MALFORMED;
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_TYPE;
            default -> status < 500 ? ProblemType.OTHER : ProblemType.INTERNAL;
        };
    }

    private static Response answer(Problem problem, HttpHeaders headers) {
        return ProblemBody.response(problem, Languages.wanted(headers));
    }
}
