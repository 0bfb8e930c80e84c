package org.govshare.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.problem.Pointer;
import org.govshare.platform.problem.Violation;

/** Finds parts of a JSON value that cannot be stored unchanged, or are beyond limits that a parser does not check. */
final class JsonCheck {
    private static final int MOST_TOLD = 20;

    private final JsonLimits limits;
    private final List<Violation> violations = new ArrayList<>();

    JsonCheck(JsonLimits limits) {
        this.limits = limits;
    }

    /** The faults, at most {@value #MOST_TOLD}. */
    List<Violation> of(JsonNode node, String at) {
        if (violations.size() >= MOST_TOLD) {
            return violations;
        }
        if (node.isObject()) {
            members(node, at);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                of(node.get(i), at + "/" + i);
            }
        } else if (node.isTextual() && !storable(node.textValue())) {
            violations.add(unstorable(at));
        } else if (node.isNumber()) {
            number(node, at);
        }
        return violations;
    }

    private void number(JsonNode number, String at) {
        if (digits(number.decimalValue()) > limits.digits()) {
            violations.add(Violation.invalid(at, PlatformMessages.tooManyDigits(limits.digits())));
        } else if (Doubles.underflows(number)) {
            violations.add(Violation.invalid(at, PlatformMessages.TOO_NEAR_TO_ZERO));
        }
    }

    private void members(JsonNode object, String at) {
        if (object.size() > limits.members()) {
            violations.add(Violation.invalid(at, PlatformMessages.tooManyMembers(limits.members())));
            return;
        }
        object.properties().forEach(member -> {
            String place = at + "/" + Pointer.token(member.getKey());
            if (member.getKey().length() > limits.name()) {
                violations.add(Violation.invalid(place, PlatformMessages.memberNameTooLong(limits.name())));
            } else if (storable(member.getKey())) {
                of(member.getValue(), place);
            } else {
                violations.add(unstorable(place));
            }
        });
    }

    /** Whether PostgreSQL can store the text in UTF-8: it has no NUL and no half of a surrogate pair. */
    static boolean storable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static long digits(BigDecimal number) {
        long precision = number.precision();
        long scale = number.scale();
        return Math.max(precision, Math.max(precision - scale, scale));
    }

    private static Violation unstorable(String at) {
        return Violation.invalid(at, PlatformMessages.NOT_STORABLE);
    }
}
