package org.govshare.platform.event;

import java.util.regex.Pattern;

/** Media types as RFC 9110 section 8.3.1 writes them, which are those of RFC 2046. */
final class MediaTypes {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String QUOTED = "\"(?:[\\t \\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\\t\\x20-\\x7e])*+\"";
    private static final String PARAMETERS =
            "(?:[ \\t]*;[ \\t]*(?:" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?)*+[ \\t]*";
    private static final Pattern FORM = Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS);
    private static final Pattern JSON =
            Pattern.compile("application/(?:json|[\\w.-]+\\+json)" + PARAMETERS, Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    /** Whether it has the form of type, subtype and parameters. */
    static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether it is valid and is a media type of JSON. */
    static boolean isJson(String text) {
        return JSON.matcher(text.strip()).matches();
    }
}
