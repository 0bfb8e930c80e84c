package org.govshare.platform.problem;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.procedure.RuleRef;

/** Why something was refused, in both languages: what RFC 9457 calls problem details, before it is put into words for one reader. */
public record Problem(ProblemType type, Text detail, List<Violation> violations, Optional<RuleRef> rule) {

    public Problem {
        violations = List.copyOf(violations);
    }

    public static Problem of(ProblemType type, String zh, String en) {
        return new Problem(type, new Text(zh, en), List.of(), Optional.empty());
    }

    /** Fields that are missing or wrong. */
    public static Problem fields(List<Violation> violations) {
        Text detail = new Text("请改正所列字段后重新提交。", "Correct the fields that are listed and send the request again.");
        return new Problem(ProblemType.FIELD_INVALID, detail, violations, Optional.empty());
    }

    public static Problem field(Violation violation) {
        return fields(List.of(violation));
    }

    /** The one answer for what is not there and for what the caller may not see. */
    public static Problem notFound() {
        return of(ProblemType.NOT_FOUND, "没有找到，或者您不能查看。", "Nothing was found, or you may not see it.");
    }

    /** The answer for a status which a framework chose. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> notFound();
            case 405 -> of(ProblemType.METHOD_NOT_ALLOWED, "这一地址不支持该方法。", "This path does not support the method.");
            case 406 ->
                ofHeader(ProblemType.NOT_ACCEPTABLE, "Accept", "没有所要的格式。", "The requested format is not available.");
            case 413 -> of(ProblemType.TOO_LARGE, "请求内容超过允许的大小。", "The body is larger than allowed.");
            case 415 ->
                ofHeader(
                        ProblemType.UNSUPPORTED_TYPE,
                        "Content-Type",
                        "请以 application/json 发送。",
                        "Send it as application/json.");
            default -> of(ProblemType.of(status), "无法处理该请求。", "The request cannot be handled.");
        };
    }

    private static Problem ofHeader(ProblemType type, String header, String zh, String en) {
        Violation violation = Violation.invalid(header, "不支持", "is not supported");
        return new Problem(type, new Text(zh, en), List.of(violation), Optional.empty());
    }

    /** The same problem in a part of the request: the part's pointer goes before its JSON Pointers; other names stay. */
    public Problem below(String part) {
        List<Violation> placed = violations.stream()
                .map(one -> one.pointer().isEmpty() || one.pointer().startsWith("/")
                        ? new Violation(part + one.pointer(), one.code(), one.message())
                        : one)
                .toList();
        return new Problem(type, detail, placed, rule);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
