package org.govshare.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.language.Languages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemBody;
import org.govshare.platform.problem.ProblemType;
import org.govshare.regulation.document.Text;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers a request without a valid token (401), and one whose token cannot be verified because the issuer's key is not
 * available (503).
 */
public class Unauthenticated {
    private static final Text WANTED = PlatformMessages.TOKEN_WANTED;

    @ServerExceptionMapper
    public Response withoutToken(UnauthorizedException none, HttpHeaders headers) {
        return refusal(WANTED, BearerTokens.CHALLENGE, headers);
    }

    @ServerExceptionMapper
    public Response refusedToken(AuthenticationFailedException failed, HttpHeaders headers) {
        Optional<TokenFault> fault = RefusedToken.faultIn(failed);
        if (fault.filter(TokenFault.NO_KEY::equals).isPresent()) {
            Text text = TokenFault.NO_KEY.text();
            return answer(Problem.of(ProblemType.UNAVAILABLE, text), headers);
        }
        return refusal(
                fault.map(TokenFault::text).orElse(WANTED),
                fault.map(TokenFault::challenge).orElse(BearerTokens.CHALLENGE),
                headers);
    }

    private static Response refusal(Text why, String challenge, HttpHeaders headers) {
        Response plain = answer(Problem.of(ProblemType.UNAUTHENTICATED, why), headers);
        plain.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return plain;
    }

    private static Response answer(Problem problem, HttpHeaders headers) {
        return ProblemBody.response(problem, Languages.wanted(headers));
    }
}
