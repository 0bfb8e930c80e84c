package org.govshare.platform.problem;

import org.govshare.regulation.document.Text;

/** The closed list of problems that a caller can get; each has one stable URI, one status and one title. */
public enum ProblemType {
    MALFORMED("malformed", 400, "无法读取请求内容", "The request cannot be read"),
    KEY_MISSING("idempotency-key-missing", 400, "缺少幂等键", "The idempotency key is missing"),
    UNAUTHENTICATED("unauthenticated", 401, "需要有效令牌", "A valid token is needed"),
    FORBIDDEN("forbidden", 403, "无权办理", "Not permitted"),
    NOT_FOUND("not-found", 404, "没有找到", "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "不支持该方法", "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", 406, "不支持所要的格式", "The requested format is not supported"),
    ID_REUSED("id-reused", 409, "编号已用于其他内容", "The id was already used for other content"),
    CONFLICT("conflict", 409, "与当前状态冲突", "Conflict with the current state"),
    ANSWER_ERASED("answer-erased", 410, "答复已清除", "The answer has been erased"),
    TOO_LARGE("too-large", 413, "内容过大", "Too large"),
    URI_TOO_LONG("uri-too-long", 414, "地址过长", "The URI is too long"),
    UNSUPPORTED_TYPE("unsupported-media-type", 415, "不支持的内容类型", "Unsupported media type"),
    FIELD_INVALID("field-invalid", 422, "字段缺失或无效", "A field is missing or invalid"),
    RULE_REFUSED("rule-refused", 422, "依规定不予受理", "Refused by a rule"),
    TOO_MANY("too-many-requests", 429, "请求过于频繁", "Too many requests"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "请求头过大", "The headers are too large"),
    LAW_UNAVAILABLE("law-unavailable", 503, "暂无可适用的规定", "No law can be applied now"),
    UNAVAILABLE("unavailable", 503, "暂时无法办理", "Temporarily unavailable"),
    OTHER("request-refused", 400, "请求被拒绝", "The request was refused"),
    INTERNAL("internal", 500, "内部错误", "Internal error");

    private final String slug;
    private final int status;
    private final Text title;

    ProblemType(String slug, int status, String zh, String en) {
        this.slug = slug;
        this.status = status;
        this.title = new Text(zh, en);
    }

    /** Stable URI of this type, the {@code type} member of RFC 9457. */
    public String uri() {
        return "urn:govshare:problem:" + slug;
    }

    public int status() {
        return status;
    }

    public Text title() {
        return title;
    }

    /** The type of a status that a framework chose. */
    public static ProblemType of(int status) {
        return switch (status) {
            case 400 -> MALFORMED;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_TYPE;
            case 429 -> TOO_MANY;
            case 431 -> HEADERS_TOO_LARGE;
            default -> status >= 400 && status < 500 ? OTHER : INTERNAL;
        };
    }
}
