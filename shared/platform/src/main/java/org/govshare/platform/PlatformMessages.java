package org.govshare.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.govshare.regulation.document.Text;

/** What the platform says to callers: each error has one wording, in Chinese and in English. */
public final class PlatformMessages {
    public static final Text TOKEN_EXPIRED = new Text("令牌已过期。", "The token has expired.");
    public static final Text TOKEN_NOT_YET_VALID =
            new Text("令牌尚未生效，或者签发时间在将来。", "The token is not valid yet, or it was issued in the future.");
    public static final Text TOKEN_OF_WRONG_AUDIENCE =
            new Text("令牌的 aud 不是本平台。", "The aud of the token does not name this platform.");
    public static final Text TOKEN_OF_WRONG_ISSUER =
            new Text("令牌的签发方不是本平台认可的。", "The issuer of the token is not accepted here.");
    public static final Text TOKEN_NOT_VERIFIED =
            new Text("令牌的签名无法用签发方的密钥验证。", "The token's signature cannot be verified with any of the issuer's keys.");
    public static final Text TOKEN_OF_WRONG_LIFE = new Text(
            "令牌的 iat、nbf、exp 缺失、次序有误或者相差超过一天。",
            "The token's iat, nbf and exp are missing, in the wrong order or more than a day apart.");
    public static final Text TOKEN_OF_WRONG_CLAIMS =
            new Text("令牌的声明缺失或者格式不符。", "A claim of the token is missing or has the wrong form.");
    public static final Text TOKEN_NOT_AJWT = new Text("令牌不是 JWT。", "The token is not a JWT.");
    public static final Text TOKEN_FOR_ONE_EVENT = new Text(
            "该令牌只用于一个事件，不能作为 Bearer 令牌。", "The token is for a single event and cannot be used as a bearer token.");
    public static final Text ISSUER_KEY_UNAVAILABLE =
            new Text("暂时无法取得签发方的密钥，请稍后重试。", "The issuer's key is not available now. Try again shortly.");
    public static final Text TOKEN_EXPIRED_ON_THE_WAY = new Text(
            "令牌在命令送达前已过期；请用新的令牌重新发送。",
            "The token expired before the command arrived. Send the command again with a new token.");
    public static final Text TOKEN_TOO_LONG_LIVED =
            new Text("令牌从 iat 到 exp 不得超过 15 分钟。", "The token must be valid for at most 15 minutes from iat to exp.");
    public static final Text TOKEN_OF_ANOTHER_EVENT = new Text(
            "令牌不是为这一事件签发的。经消息代理发送时，id 和 source 只能用 ASCII 字符。",
            "The token was not issued for this event. Through a broker, id and source must be ASCII.");
    public static final Text TOKEN_WITHOUT_SUBJECT = new Text("令牌没有 sub。", "The token has no sub.");
    public static final Text ONLY_AGENCIES_ACT =
            new Text("只有机关的工作人员或平台可以办理。", "Only an agency's staff or platform may act.");
    public static final Text TOKEN_WANTED =
            new Text("请在 Authorization 头中提供有效的 Bearer 令牌。", "Send a valid bearer token in the Authorization header.");
    public static final Text NOT_BINDABLE =
            new Text("含有令牌无法绑定的值；过长的数字请写成文本", "contains a value that a token cannot bind; write long numbers as text");
    public static final Text HEADER_MALFORMED = new Text(
            "只能出现一次；只能含有 ASCII 字符，其他字符须按 UTF-8 作百分号编码；引号必须成对",
            "must appear once, in ASCII, with other characters percent-encoded as UTF-8 and quotation marks in pairs");
    public static final Text MUST_BE_TEXT = new Text("必须是文本", "must be text");
    public static final Text MUST_BE_VERSION_1 = new Text("必须是 1.0", "must be 1.0");
    public static final Text NOT_OF_CLOUD_EVENTS =
            new Text("不合 CloudEvents 1.0 的格式", "does not have the form that CloudEvents 1.0 requires");
    public static final Text MUST_BE_TIME = new Text(
            "必须是 RFC 3339 的时间，如 2027-01-01T10:00:00+08:00",
            "must be an RFC 3339 time, such as 2027-01-01T10:00:00+08:00");
    public static final Text MUST_BE_VISIBLE =
            new Text("写出时，必须含有可见字符", "must contain at least one visible character if it is present");
    public static final Text MUST_BE_URI_WITH_SCHEME = new Text(
            "必须是带协议的完整 URI，如 https://example.org/schema.json",
            "must be a URI with a scheme, such as https://example.org/schema.json");
    public static final Text MUST_BE_MEDIA_TYPE = new Text(
            "必须是媒体类型（RFC 2046），如 application/json", "must be a media type (RFC 2046), such as application/json");
    public static final Text MUST_BE_JSON_MEDIA_TYPE =
            new Text("数据必须是 JSON", "must be the media type of JSON, such as application/json");
    public static final Text MUST_BE_EVENT = new Text("必须是 CloudEvents 事件", "must be a CloudEvents event");
    public static final Text NOT_TOGETHER_WITH_DATA = new Text("不能与 data 并用", "must not be used together with data");
    public static final Text MUST_BE_BASE_64 = new Text("必须是 base64", "must be base64");
    public static final Text EVENT_MEDIA_TYPES = new Text(
            "事件的数据须为 application/json，或整个事件为 application/cloudevents+json。",
            "Send the data as application/json, or the whole event as application/cloudevents+json.");
    public static final Text NOT_SUPPORTED = new Text("不支持", "is not supported");
    public static final Text NOT_AN_EVENT = new Text(
            "请求内容不是 CloudEvents 1.0 事件，请检查 specversion、id、source、type。",
            "The body is not a CloudEvents 1.0 event. Check specversion, id, source and type.");
    public static final Text WRONG_TYPE_FOR_NOTIFICATION =
            new Text("不是该类通知所需的类型", "does not have the type that this notification requires");
    public static final Text NO_BATCHES = new Text("此处不接受批量事件。", "Batches are not accepted here.");
    public static final Text BODY_COMPRESSED = new Text("请求内容不得压缩。", "The body must not be compressed.");
    public static final Text MUST_BE_IDENTITY_ENCODING = new Text("必须是 identity", "must be identity");
    public static final Text BODY_MUST_BE_UTF_8 =
            new Text("请求内容必须是 UTF-8 编码的 JSON。", "The body must be JSON in UTF-8.");
    public static final Text NOT_THE_JSON_NEEDED =
            new Text("请求内容的 JSON 不符合要求。", "The JSON of the body does not have the form that this request requires.");
    public static final Text MUST_BE_OBJECT = new Text("必须是 JSON 对象", "must be a JSON object");
    public static final Text MUST_BE_UUID = new Text("必须是 UUID", "must be a UUID");
    public static final Text MUST_BE_SHORT_ARRAY = new Text("必须是不超过 200 项的数组", "must be an array of at most 200 items");
    public static final Text MUST_BE_ARRAY = new Text("必须是数组", "must be an array");
    public static final Text TOO_NEAR_TO_ZERO = new Text(
            "不为 0 而绝对值过小，双精度浮点数（RFC 7493）无法表示；请写成文本",
            "is not 0 but too close to 0 for a double (RFC 7493); write it as text");
    public static final Text NOT_STORABLE =
            new Text("不能含有空字符（NUL）或者残缺的字符", "must not contain a NUL character or half of a surrogate pair");
    public static final Text CORRECT_THE_FIELDS =
            new Text("请改正所列字段后重新提交。", "Correct the fields that are listed and send the request again.");
    public static final Text NOT_FOUND = new Text("没有找到，或者您不能查看。", "Nothing was found, or you may not see it.");
    public static final Text METHOD_NOT_ALLOWED = new Text("这一地址不支持该方法。", "This path does not support the method.");
    public static final Text FORMAT_NOT_AVAILABLE = new Text("没有所要的格式。", "The requested format is not available.");
    public static final Text BODY_TOO_LARGE = new Text("请求内容超过允许的大小。", "The body is too large.");
    public static final Text SEND_JSON = new Text("请以 application/json 发送请求内容。", "Send the body as application/json.");
    public static final Text NOT_HANDLED = new Text("无法处理该请求。", "The request cannot be handled.");
    public static final Text UNAVAILABLE = new Text(
            "请稍后重试；重发命令请用同一编号，不会重复办理。",
            "Try again shortly. Send a command with the same id again; it will not be carried out twice.");
    public static final Text ROLE_NOT_PERMITTED = new Text("您的角色无权办理。", "Your role does not permit this.");
    public static final Text REQUIRED = new Text("必须填写", "is required");
    public static final Text UNKNOWN_MEMBER = new Text("没有这个字段", "is not a known member");
    public static final Text NOT_ACURSOR =
            new Text("必须是此前某一页给出的游标（next）", "must be a cursor that an earlier page returned (next)");
    public static final Text ONLY_ONCE = new Text("只能出现一次", "must appear only once");
    public static final Text NO_NUL = new Text("不能含有空字符（NUL）", "must not contain a NUL character");
    public static final Text PARAMETER_EMPTY =
            new Text("没有值；不需要时请略去该参数", "has no value; leave it out if you do not need it");
    public static final Text UNKNOWN_PARAMETER_USE_AFTER = new Text(
            "没有这个参数；翻页请用 after，其值为上一页的 next",
            "is not a known parameter; for the next page, set after to the cursor that the last page returned (next)");
    public static final Text NO_PARAMETERS =
            new Text("没有这个参数；此处没有任何参数", "is not a known parameter; there are no parameters here");
    public static final Text UNKNOWN_PARAMETER_USE_LIMIT =
            new Text("没有这个参数；每页条数请用 limit", "is not a known parameter; use limit for the number of items on a page");

    public static final Text MUST_BE_CREDIT_CODE = new Text("必须是统一社会信用代码", "must be a unified social credit code");

    private PlatformMessages() {}

    public static Text differsFromClaim(String claim) {
        return new Text("必须与令牌中的 " + claim + " 一致", "must be the same as " + claim + " in the token");
    }

    public static Text attributeTooLong(int most) {
        return new Text(
                "不得超过 " + most + " 个字符，不得含有控制字符",
                "must have at most " + most + " characters and no control characters");
    }

    public static Text batchTooLarge(int most) {
        return new Text("批量请求必须是不超过 " + most + " 个事件的数组", "must be an array of at most " + most + " events");
    }

    public static Text uriTooLong(int most) {
        return new Text("地址不得超过 " + most + " 个字符。", "The URI must have at most " + most + " characters.");
    }

    public static Text headersTooLong(int most) {
        return new Text(
                "请求头合计不得超过 " + most + " 个字符。", "The headers must have at most " + most + " characters in total.");
    }

    public static Text charsetNotUtf8(String charset) {
        return new Text("声明的字符集" + charset + " 不是 UTF-8", "declares the charset" + charset + ", which is not UTF-8");
    }

    public static Text nestedTooDeep(int most) {
        return new Text("嵌套不得超过 " + most + " 层", "is nested deeper than " + most + " levels");
    }

    public static Text valueTooLong(int characters, int digits) {
        return new Text(
                "过长：文本不得超过 %d 个字符，数字不得超过 %d 位".formatted(characters, digits),
                "is too long: a text may have at most %d characters, a number at most %d digits"
                        .formatted(characters, digits));
    }

    public static Text notJson(int line, int column) {
        return new Text(
                "第 %d 行第 %d 列处不是 JSON".formatted(line, column),
                "is not JSON at line %d, column %d".formatted(line, column));
    }

    public static Text memberTwice(String name, int line, int column) {
        return new Text(
                "字段 %s 出现两次，见第 %d 行第 %d 列".formatted(name, line, column),
                "contains the member %s twice, at line %d, column %d".formatted(name, line, column));
    }

    public static Text mustBeStorableText(int most) {
        return new Text(
                "必须是不超过 " + most + " 个字符的文本，不含空字符（NUL）",
                "must be text of at most " + most + " characters, without NUL characters");
    }

    public static Text tooManyDigits(int most) {
        return new Text("不得超过 " + most + " 位数字", "has more than " + most + " digits");
    }

    public static Text tooManyMembers(int most) {
        return new Text("字段不得超过 " + most + " 个", "has more than " + most + " members");
    }

    public static Text memberNameTooLong(int most) {
        return new Text("字段名不得超过 " + most + " 个字符", "has a member name of more than " + most + " characters");
    }

    public static Text beginsWithMark(String encoding) {
        return new Text(
                "偏移 0 处是 " + encoding + " 的字节顺序标记（BOM）；请以不带 BOM 的 UTF-8 编码发送",
                "begins with a byte order mark (BOM) of " + encoding + " at offset 0; send UTF-8 without it");
    }

    public static Text notUtf8(int offset, boolean gbk) {
        return new Text(
                "偏移 " + offset + " 处的字节不是 UTF-8" + (gbk ? "，像是 GBK" : "") + "；请以 UTF-8 编码发送",
                "is not UTF-8 at byte offset " + offset + (gbk ? " and looks like GBK" : "") + "; send UTF-8");
    }

    public static Text failed(UUID reference) {
        return new Text("服务器出错，编号：" + reference, "The server failed. Reference: " + reference);
    }

    public static Text oneOf(Collection<String> possible) {
        return new Text("必须是下列之一：" + String.join("、", possible), "must be one of: " + String.join(", ", possible));
    }

    public static Text mustBeWholeNumber(int most) {
        return new Text("必须是 1 至 " + most + " 的整数", "must be a whole number from 1 to " + most);
    }

    public static Text unknownParameter(Collection<String> known) {
        return new Text(
                "没有这个参数；可用：" + String.join("、", known), "is not a known parameter; known: " + String.join(", ", known));
    }

    public static Text tooMany(Duration pause) {
        return new Text("请在 " + pause.toSeconds() + " 秒后重试。", "Try again in " + pause.toSeconds() + " s.");
    }
}
