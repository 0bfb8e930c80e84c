package org.govshare.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Pattern JSON = Pattern.compile("application/(json|[\\w.-]+\\+json)\\s*(;.*)?");

    private final String at;
    private final CloudEventBuilder event = CloudEventBuilder.v1();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();

    /** @param at JSON Pointer of the event in what came */
    Attributes(String at) {
        this.at = at;
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
        String contentType = values.get("datacontenttype");
        if (contentType != null && !isJson(contentType)) {
            refuse("datacontenttype", "数据必须是 JSON", "must be JSON");
        }
        if (!violations.isEmpty()) {
            throw Problem.fields(violations).asException();
        }
        values.put("specversion", version);
        return values;
    }

    static boolean isJson(String contentType) {
        return JSON.matcher(contentType.strip().toLowerCase(Locale.ROOT)).matches();
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
        if ("time".equals(name)) {
            checkTime(value);
            return;
        }
        try {
            event.withContextAttribute(name, value);
        } catch (RuntimeException e) {
            // The SDK tells of a bad URI or name by exceptions of many kinds.
            refuse(name, "不合 CloudEvents 1.0 的格式", "is not in the form that CloudEvents 1.0 wants");
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

    private String pointer(String name) {
        return at + "/" + Pointer.token(UNFIT.matcher(name).replaceAll(""));
    }
}
