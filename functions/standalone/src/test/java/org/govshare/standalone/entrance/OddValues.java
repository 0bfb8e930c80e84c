package org.govshare.standalone.entrance;

import java.util.List;
import java.util.Random;

/** JSON values as they should not be: wrong in type, length, nesting, characters, size or place. */
final class OddValues {
    /** Texts, as JSON writes them between quotes. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\\u0000",
            "a\\u0000b",
            "\\ud800",
            "\\udc00x",
            "\\uffff",
            "\\ufeff",
            "\\u202eabc",
            "\\u200b",
            "e\\u0301\\u0301\\u0301",
            "👩‍👩‍👧‍👦",
            "'; drop table govshare.case_file; --",
            "{{7*7}}",
            "${jndi:ldap://127.0.0.1:1/x}",
            "../../../../etc/passwd",
            "%00%0a",
            "\\r\\nSet-Cookie: a=b",
            "<script>alert(1)</script>",
            "NaN",
            "-1",
            "0",
            "9999-99-99",
            "2027-02-30",
            "+300000-01-01T00:00:00Z",
            "-0001-01-01",
            "0000-00-00",
            "10000-01-01",
            "999999",
            "130199",
            "13010",
            "440100",
            "０１２３４５",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "ZZZZZZZZ-0000-0000-0000-000000000000");

    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "3.14",
            "1e999",
            "-1e-999",
            "1e99999999999",
            "9223372036854775808",
            "-170141183460469231731687303715884105729",
            "1E400",
            "0.1e-320",
            "[]",
            "{}",
            "[null]",
            "[[[[[[]]]]]]",
            "{\"a\":{\"b\":{\"c\":1}}}",
            "[1,\"2\",{}]",
            "{\"\":\"\"}");

    private static final List<String> BROKEN =
            List.of("NaN", "Infinity", "01", "'x'", "undefined", "\"\\x\"", "\"unfinished", "+1", ".5", "[1,]", "{,}");

    private OddValues() {}

    /** Anything that JSON can write, and a little that it cannot. */
    static String any(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> "\"" + TEXTS.get(random.nextInt(TEXTS.size())) + "\"";
            case 4, 5, 6, 7 -> OTHERS.get(random.nextInt(OTHERS.size()));
            case 8 -> "\"" + "长".repeat(3990 + random.nextInt(40)) + "\"";
            case 9 -> "\"" + "x".repeat(60_000 + random.nextInt(10_000)) + "\"";
            case 10 -> nested(20 + random.nextInt(2000));
            default ->
                random.nextBoolean()
                        ? BROKEN.get(random.nextInt(BROKEN.size()))
                        : "1".repeat(300 + random.nextInt(2000));
        };
    }

    /** A member's name, as JSON writes it between quotes. */
    static String name(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "x".repeat(190 + random.nextInt(20));
            case 1 ->
                List.of("id", "step", "__proto__", "constructor", "agency", "status", "a/b", "a~b")
                        .get(random.nextInt(8));
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
