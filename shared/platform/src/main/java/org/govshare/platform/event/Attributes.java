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
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.problem.Pointer;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.text.VisibleText;

/**
 * Collects the context attributes of one event and everything that is wrong with them (CloudEvents 1.0, sections 3 and
 * 4).
 */
final class Attributes {
    static final int LONGEST = 256;
    /** The limit is larger for extensions, because one may hold a token. */
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
     * @param at JSON Pointer of the event in the request
     * @param types returns what is wrong with a type that this process does not take
     */
    Attributes(String at, Function<String, Optional<Violation>> types) {
        this.at = at;
        this.types = types;
    }

    /** Reads a header's value, quoted and percent-encoded as the HTTP binding says. */
    void header(String name, List<String> given) {
        Optional<String> value = given.size() == 1 ? HeaderValue.decoded(given.get(0)) : Optional.empty();
        if (value.isPresent()) {
            values.put(name, value.get());
        } else {
            refuse(name, PlatformMessages.HEADER_MALFORMED);
        }
    }

    /** Reads a member of the JSON format: a text, and for extensions also a boolean or an integer. */
    void member(String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        boolean standard = REQUIRED.contains(name) || OPTIONAL.contains(name);
        boolean simple = value.isBoolean() || value.isIntegralNumber() && value.canConvertToInt();
        if (value.isTextual() || simple && !standard) {
            values.put(name, value.asText());
        } else {
            refuse(name, PlatformMessages.MUST_BE_TEXT);
        }
    }

    void refuse(String name, Text message) {
        if (reported.add(name)) {
            violations.add(Violation.invalid(pointer(name), message));
        }
    }

    /** The attributes; throws if something is wrong with them. */
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

    /**
     * If all attributes are valid, the command's own outcome reports the type; otherwise the sender would learn of the
     * faults one by one.
     */
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
            refuse(name, PlatformMessages.MUST_BE_VERSION_1);
        }
    }

    private void check(String name, String value) {
        boolean standard = REQUIRED.contains(name) || OPTIONAL.contains(name);
        int longest = standard ? LONGEST : LONGEST_EXTENSION;
        if (value.length() > longest || UNFIT.matcher(value).find()) {
            refuse(name, PlatformMessages.attributeTooLong(longest));
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
            // The SDK reports a bad URI or name by exceptions of many kinds.
            refuse(name, PlatformMessages.NOT_OF_CLOUD_EVENTS);
        }
    }

    /**
     * This code parses the time itself, because the SDK accepts forms that RFC 3339 does not allow, and refuses leap
     * seconds.
     */
    private void checkTime(String value) {
        if (!Rfc3339.isTime(value)) {
            refuse("time", PlatformMessages.MUST_BE_TIME);
        }
    }

    private void checkSubject(String value) {
        if (!VisibleText.isIn(value)) {
            refuse("subject", PlatformMessages.MUST_BE_VISIBLE);
        }
    }

    private void checkSchema(String value) {
        if (!isAbsoluteUri(value)) {
            refuse("dataschema", PlatformMessages.MUST_BE_URI_WITH_SCHEME);
        }
    }

    /**
     * RFC 3986 section 4.3, and a fragment, because a schema's name may have one. Only ASCII, which java.net.URI does
     * not require.
     */
    private static boolean isAbsoluteUri(String value) {
        try {
            return new URI(value).isAbsolute() && value.chars().allMatch(c -> c < 0x80);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void checkContentType(String value) {
        if (!MediaTypes.isValid(value)) {
            refuse("datacontenttype", PlatformMessages.MUST_BE_MEDIA_TYPE);
        } else if (!MediaTypes.isJson(value)) {
            refuse("datacontenttype", PlatformMessages.MUST_BE_JSON_MEDIA_TYPE);
        }
    }

    private String pointer(String name) {
        return at + "/" + Pointer.token(UNFIT.matcher(name).replaceAll(""));
    }
}
