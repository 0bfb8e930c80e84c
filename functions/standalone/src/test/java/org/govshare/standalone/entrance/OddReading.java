package org.govshare.standalone.entrance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * A path whose query or a part of itself is not what it should be.
 *
 * @param at the parameter's name
 */
record OddReading(String path, String at) {
    private static final List<String> RAW = List.of(
            "%00",
            "a%00b",
            "%C3%28",
            "%ED%A0%80",
            "%FF",
            "x".repeat(2000),
            "%F0%9F%98%80",
            "-1",
            "0",
            "201",
            "99999999999999999999",
            "1e3",
            "%20",
            "+",
            "true",
            "MQ==");

    /**
     * @param parameters names of the query parameters that the route knows
     * @param path a right path of the route, with its query
     */
    static OddReading of(String template, List<String> parameters, String path, Random random) {
        String odd = odd(random);
        String bare = path.split("\\?")[0];
        if (parameters.isEmpty() || template.contains("{") && random.nextBoolean()) {
            return named(template, bare, odd);
        }
        String name = parameters.get(random.nextInt(parameters.size()));
        return new OddReading(bare + "?" + others(path, name) + name + "=" + odd, name);
    }

    /** Whether anything of such a route can be odd. */
    static boolean possible(String template, List<String> parameters) {
        return template.contains("{") || !parameters.isEmpty();
    }

    /** The path with another thing where its template has a name in braces. */
    private static OddReading named(String template, String path, String thing) {
        String[] parts = path.split("/");
        String[] names = template.split("/");
        String at = "";
        for (int i = 0; i < parts.length; i++) {
            if (names[i].startsWith("{")) {
                parts[i] = thing;
                at = names[i].substring(1, names[i].length() - 1);
            }
        }
        return new OddReading(String.join("/", parts), at);
    }

    private static String others(String path, String but) {
        if (!path.contains("?")) {
            return "";
        }
        StringBuilder kept = new StringBuilder();
        for (String pair : path.substring(path.indexOf('?') + 1).split("&")) {
            if (!pair.startsWith(but + "=")) {
                kept.append(pair).append('&');
            }
        }
        return kept.toString();
    }

    private static String odd(Random random) {
        return random.nextBoolean()
                ? RAW.get(random.nextInt(RAW.size()))
                : URLEncoder.encode(
                        OddValues.TEXTS.get(random.nextInt(OddValues.TEXTS.size())), StandardCharsets.UTF_8);
    }
}
