package org.govshare.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.govshare.platform.problem.Pointer;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.text.VisibleText;

/** Gathers the context attributes of one event and everything wrong with them (CloudEvents 1.0, sections 3 and 4). */
final class Attributes {
    static final int LONGEST = 256;
    /** An extension may hold a token. */
    static final int LONGEST_EXTENSION = 8192;

    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");
    private static final Set<String> OPTIONAL = Set.of("datacontenttype", "dataschema", "subject", "time");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final String at;
    private final Function<String, Optional<Violation>> types;
    private final CloudEventBuilder event = CloudEventBuilder.v1();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();

    /**
     * @param at JSON Pointer of the event in what came
     * @param types what is wrong with a type that is not taken here
     */
    Attributes(String at, Function<String, Optional<Violation>> types) {
        this.at = at;
        this.types = types;
    }

    /** A header's value, quoted and percent-encoded as the HTTP binding says. */
    void header(String name, List<String> given) {
        Optional<String> value = given.size() == 1 ? HeaderValue.decoded(given.get(0)) : Optional.empty();
        if (value.isPresent()) {
            values.put(name, value.get());
        } else {
            refuse(
                    name,
                    "只能出现一次，只含 ASCII 字符，其余按 UTF-8 百分号编码；引号须成对",
                    "must come once, in ASCII, with all else percent-encoded in UTF-8, and a quotation must end");
        }
    }

    /** A member of the JSON format: text, and for extensions a truth value or an integer too. */
    void member(String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        boolean standard = REQUIRED.contains(name) || OPTIONAL.contains(name);
        boolean simple = value.isBoolean() || value.isIntegralNumber() && value.canConvertToInt();
        if (value.isTextual() || simple && !standard) {
            values.put(name, value.asText());
        } else {
            refuse(name, "必须是文本", "must be text");
        }
    }

    void refuse(String name, String zh, String en) {
        if (reported.add(name)) {
            violations.add(Violation.invalid(pointer(name), zh, en));
        }
    }

    /** The attributes, when nothing is wrong with them. */
    Map<String, String> checked() {
        REQUIRED.forEach(this::require);
        String version = values.remove("specversion");
        values.forEach(this::check);
        if (!violations.isEmpty()) {
            addFaultOfType();
            throw Problem.fields(violations).asException();
        }
        values.put("specversion", version);
        return values;
    }

    /** With all attributes in order the command's own outcome says it; else the sender would hear of it one by one. */
    private void addFaultOfType() {
        Optional.ofNullable(values.get("type"))
                .filter(type -> reported.add("type"))
                .flatMap(types)
                .ifPresent(fault -> violations.add(new Violation(at + fault.pointer(), fault.code(), fault.message())));
    }

    private void require(String name) {
        String value = values.get(name);
        if (value == null || !VisibleText.isIn(value)) {
            if (reported.add(name)) {
                violations.add(Violation.missing(pointer(name)));
            }
        } else if ("specversion".equals(name) && !"1.0".equals(value)) {
            refuse(name, "必须是 1.0", "must be 1.0");
        }
    }

    private void check(String name, String value) {
        boolean standard = REQUIRED.contains(name) || OPTIONAL.contains(name);
        int longest = standard ? LONGEST : LONGEST_EXTENSION;
        if (value.length() > longest || UNFIT.matcher(value).find()) {
            refuse(name, "最多 " + longest + " 个字符，不含控制字符", "has at most " + longest + " characters, no controls");
            return;
        }
        switch (name) {
            case "time" -> checkTime(value);
            case "subject" -> checkSubject(value);
            case "dataschema" -> checkSchema(value);
            case "datacontenttype" -> checkContentType(value);
            default -> checkForm(name, value);
        }
    }

    private void checkForm(String name, String value) {
        try {
            event.withContextAttribute(name, value);
        } catch (RuntimeException e) {
            // The SDK tells of a bad URI or name by exceptions of many kinds.
            refuse(name, "不合 CloudEvents 1.0 的格式", "does not have the form that CloudEvents 1.0 requires");
        }
    }

    /** We parse it ourselves: the SDK accepts forms that RFC 3339 does not allow, and refuses leap seconds. */
    private void checkTime(String value) {
        if (!Rfc3339.isTime(value)) {
            refuse(
                    "time",
                    "必须是 RFC 3339 的时间，如 2027-01-01T10:00:00+08:00",
                    "must be a time of RFC 3339, such as 2027-01-01T10:00:00+08:00");
        }
    }

    private void checkSubject(String value) {
        if (!VisibleText.isIn(value)) {
            refuse(
                    "subject",
                    "写出时不得为空，须含可见字符",
                    "must not be empty if it is there, and something in it must be visible");
        }
    }

    private void checkSchema(String value) {
        if (!isAbsoluteUri(value)) {
            refuse(
                    "dataschema",
                    "必须是带协议的完整 URI，如 https://example.org/schema.json",
                    "must be a URI with a scheme, such as https://example.org/schema.json");
        }
    }

    /** RFC 3986 section 4.3, and a fragment, which a schema may be named by; ASCII, which java.net.URI does not insist on. */
    private static boolean isAbsoluteUri(String value) {
        try {
            return new URI(value).isAbsolute() && value.chars().allMatch(c -> c < 0x80);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void checkContentType(String value) {
        if (!MediaTypes.isValid(value)) {
            refuse(
                    "datacontenttype",
                    "必须是媒体类型（RFC 2046），如 application/json",
                    "must be a media type (RFC 2046), such as application/json");
        } else if (!MediaTypes.isJson(value)) {
            refuse("datacontenttype", "数据必须是 JSON", "must be the media type of JSON, such as application/json");
        }
    }

    private String pointer(String name) {
        return at + "/" + Pointer.token(UNFIT.matcher(name).replaceAll(""));
    }
}
