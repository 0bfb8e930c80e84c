package org.govshare.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.problem.Pointer;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.text.VisibleText;

/**
 * Reads the members of one JSON object strictly and collects all faults, so that a caller gets them at once. A text has
 * at most {@value #MAX_TEXT} characters and no NUL, which PostgreSQL cannot store.
 */
public final class Fields {
    public static final int MAX_TEXT = 4000;
    private static final int MAX_ITEMS = 200;
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final JsonNode object;
    private final String at;
    private final Set<String> known = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    private Fields(JsonNode object, String at) {
        this.object = object;
        this.at = at;
    }

    /** Starts reading; anything but an object is refused at once. */
    public static Fields of(JsonNode object) {
        return of(object, "");
    }

    private static Fields of(JsonNode object, String at) {
        if (object == null || !object.isObject()) {
            throw Problem.field(Violation.invalid(at, PlatformMessages.MUST_BE_OBJECT))
                    .asException();
        }
        return new Fields(object, at);
    }

    /** A required text; empty when it is missing or wrong, which {@link #check} then reports. */
    public String text(String name) {
        return oneOf(name).values().stream().findFirst().orElse("");
    }

    /** Texts by their names, of which at least one is required; empty when all are missing or wrong. */
    public Map<String, String> oneOf(String... names) {
        Map<String, String> stated = new LinkedHashMap<>();
        for (String name : names) {
            optionalText(name).ifPresent(text -> stated.put(name, text));
        }
        if (stated.isEmpty()) {
            Stream.of(names)
                    .filter(name -> !reported(name))
                    .forEach(name -> violations.add(Violation.missing(pointer(name))));
        }
        return stated;
    }

    /** A required text of several lines, such as a file's; it is kept unchanged, including line ends. */
    public String longText(String name, int most) {
        JsonNode value = member(name);
        if (value == null || value.isTextual() && !VisibleText.isIn(value.textValue())) {
            violations.add(Violation.missing(pointer(name)));
            return "";
        }
        if (!value.isTextual()
                || value.textValue().length() > most
                || value.textValue().indexOf('\0') >= 0) {
            violations.add(noText(pointer(name), most));
            return "";
        }
        return value.textValue();
    }

    /** An optional text; one without a visible character counts as left out. */
    public Optional<String> optionalText(String name) {
        JsonNode value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual() || !storable(value.textValue())) {
            violations.add(noText(pointer(name), MAX_TEXT));
            return Optional.empty();
        }
        return VisibleText.of(value.textValue());
    }

    /** A required UUID. */
    public Optional<UUID> uuid(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<UUID> parsed = parseUuid(text);
        if (parsed.isEmpty()) {
            violations.add(Violation.invalid(pointer(name), PlatformMessages.MUST_BE_UUID));
        }
        return parsed;
    }

    /** An optional list of texts; each must have a visible character. */
    public List<String> texts(String name) {
        JsonNode value = member(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MAX_ITEMS) {
            violations.add(Violation.invalid(pointer(name), PlatformMessages.MUST_BE_SHORT_ARRAY));
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            item(value.get(i), pointer(name) + "/" + i).ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    private Optional<String> item(JsonNode item, String at) {
        if (!item.isTextual() || !storable(item.textValue())) {
            violations.add(noText(at, MAX_TEXT));
            return Optional.empty();
        }
        Optional<String> text = VisibleText.of(item.textValue());
        if (text.isEmpty()) {
            violations.add(Violation.missing(at));
        }
        return text;
    }

    /** A nested object whose members are all texts or lists of texts; a list is joined with commas. */
    public Map<String, String> textMap(String name) {
        JsonNode value = member(name);
        if (value == null) {
            return Map.of();
        }
        Fields inner = of(value, pointer(name));
        Map<String, String> texts = new LinkedHashMap<>();
        value.fieldNames().forEachRemaining(key -> {
            if (!storable(key)) {
                inner.violations.add(Violation.unknown(inner.pointer(key)));
            } else if (value.get(key).isArray()) {
                texts.put(key, String.join(",", inner.texts(key)));
            } else {
                inner.optionalText(key).ifPresent(text -> texts.put(key, text));
            }
        });
        violations.addAll(inner.violations);
        return texts;
    }

    /** A required array; the caller checks its items. */
    public Optional<JsonNode> array(String name) {
        Optional<JsonNode> value = optionalArray(name);
        if (value.isEmpty() && !reported(name)) {
            violations.add(Violation.missing(pointer(name)));
        }
        return value;
    }

    /** An optional array; the caller checks its items. */
    public Optional<JsonNode> optionalArray(String name) {
        JsonNode value = member(name);
        if (value != null && !value.isArray()) {
            violations.add(Violation.invalid(pointer(name), PlatformMessages.MUST_BE_ARRAY));
            return Optional.empty();
        }
        return Optional.ofNullable(value);
    }

    /** Adds a fault that the caller found with a member, unless the member has a fault already. */
    public void refuse(Violation violation) {
        if (violations.stream().noneMatch(v -> v.pointer().equals(violation.pointer()))) {
            violations.add(violation);
        }
    }

    /** Refuses with all faults found so far, unknown members included; does nothing if there are none. */
    public void check() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                violations.add(Violation.unknown(pointer(name)));
            }
        });
        checkSoFar();
    }

    /** As {@link #check}, but does not report members that the caller has not read yet. */
    public void checkSoFar() {
        if (!violations.isEmpty()) {
            throw Problem.fields(violations).asException();
        }
    }

    private JsonNode member(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private boolean reported(String name) {
        return violations.stream().anyMatch(v -> v.pointer().equals(pointer(name)));
    }

    private String pointer(String name) {
        return at + "/" + Pointer.token(name);
    }

    /** The UUID in a text of the usual form (RFC 9562), in ASCII; otherwise empty. */
    public static Optional<UUID> parseUuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static Violation noText(String pointer, int most) {
        return Violation.invalid(pointer, PlatformMessages.mustBeStorableText(most));
    }

    private static boolean storable(String text) {
        return text.length() <= MAX_TEXT && JsonCheck.storable(text);
    }
}
