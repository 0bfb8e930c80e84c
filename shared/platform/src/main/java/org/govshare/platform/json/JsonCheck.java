package org.govshare.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.govshare.platform.problem.Pointer;
import org.govshare.platform.problem.Violation;

/** Looks through a JSON value for what cannot be stored as it is, or is beyond the limits that a parser does not know. */
final class JsonCheck {
    private static final int MOST_TOLD = 20;

    private final JsonLimits limits;
    private final List<Violation> violations = new ArrayList<>();

    JsonCheck(JsonLimits limits) {
        this.limits = limits;
    }

    /** What is wrong, at most {@value #MOST_TOLD} places. */
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
            violations.add(Violation.invalid(
                    at, "不得超过 " + limits.digits() + " 位数字", "has more than " + limits.digits() + " digits"));
        } else if (Doubles.underflows(number)) {
            violations.add(Violation.invalid(
                    at,
                    "不为 0 而绝对值过小，双精度浮点数（RFC 7493）无法表示；请写成文本",
                    "is not 0, but too near to it for a double (RFC 7493); write it as text"));
        }
    }

    private void members(JsonNode object, String at) {
        if (object.size() > limits.members()) {
            violations.add(Violation.invalid(
                    at, "字段不得超过 " + limits.members() + " 个", "has more than " + limits.members() + " members"));
            return;
        }
        object.properties().forEach(member -> {
            String place = at + "/" + Pointer.token(member.getKey());
            if (member.getKey().length() > limits.name()) {
                violations.add(Violation.invalid(
                        place,
                        "字段名不得超过 " + limits.name() + " 字",
                        "has a name of more than " + limits.name() + " characters"));
            } else if (storable(member.getKey())) {
                of(member.getValue(), place);
            } else {
                violations.add(unstorable(place));
            }
        });
    }

    /** Whether PostgreSQL can hold the text in UTF-8: no NUL, no half of a surrogate pair. */
    static boolean storable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static long digits(BigDecimal number) {
        long precision = number.precision();
        long scale = number.scale();
        return Math.max(precision, Math.max(precision - scale, scale));
    }

    private static Violation unstorable(String at) {
        return Violation.invalid(at, "不能含有空字符或残缺的字符", "must not hold NUL or half of a surrogate pair");
    }
}
