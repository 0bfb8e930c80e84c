package org.govshare.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.procedure.RuleRef;

/** A problem as it is sent (RFC 9457, {@code application/problem+json}) in the language the reader asked for. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        String type, String title, int status, String detail, List<ViolationBody> violations, RuleRef rule) {

    public static final String MEDIA_TYPE = "application/problem+json";
    static final String RETRY_AFTER_SECONDS = "2";

    /** One violation in one language. */
    public record ViolationBody(String pointer, String code, String message) {}

    /** Chinese if the language with the greatest weight is Chinese, otherwise English. */
    public static ProblemBody of(Problem problem, List<Locale> wanted) {
        boolean chinese = isChinese(wanted);
        List<ViolationBody> violations = problem.violations().stream()
                .map(v -> new ViolationBody(v.pointer(), v.code(), in(v.message(), chinese)))
                .toList();
        return new ProblemBody(
                problem.type().uri(),
                in(problem.type().title(), chinese),
                problem.type().status(),
                in(problem.detail(), chinese),
                violations,
                problem.rule().orElse(null));
    }

    public static Response response(Problem problem, List<Locale> wanted) {
        var answer = Response.status(problem.type().status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, isChinese(wanted) ? "zh" : "en")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(of(problem, wanted));
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (problem.type().status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }

    static boolean isChinese(List<Locale> wanted) {
        return !wanted.isEmpty() && "zh".equals(wanted.get(0).getLanguage());
    }

    private static String in(Text text, boolean chinese) {
        return chinese ? text.zh() : text.en();
    }
}
