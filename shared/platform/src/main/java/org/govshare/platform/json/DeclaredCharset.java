package org.govshare.platform.json;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.document.Text;

/** The charset that a Content-Type declares: JSON from outside is UTF-8 (RFC 8259 section 8.1). */
public final class DeclaredCharset {
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*(\"[^\"]*\"|[^\\s;,]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UTF_8 = Pattern.compile("\"?utf-?8\"?", Pattern.CASE_INSENSITIVE);
    /** The form of a charset's name (RFC 2978); a message repeats nothing else. */
    private static final Pattern NAME = Pattern.compile("\"?([A-Za-z0-9!#$%&'+^_`{}~.:-]{1,40})\"?");

    private DeclaredCharset() {}

    /**
     * Refuses a charset other than UTF-8 with 415.
     *
     * @param contentType the header's value; empty or null when there is none
     */
    public static void check(String contentType) {
        Matcher declared = CHARSET.matcher(contentType == null ? "" : contentType);
        while (declared.find()) {
            if (!UTF_8.matcher(declared.group(1)).matches()) {
                throw refused(declared.group(1)).asException();
            }
        }
    }

    private static Problem refused(String charset) {
        Matcher name = NAME.matcher(charset);
        String said = name.matches() ? " " + name.group(1) : "";
        Violation violation = Violation.invalid("Content-Type", PlatformMessages.charsetNotUtf8(said));
        Text detail = PlatformMessages.BODY_MUST_BE_UTF_8;
        return new Problem(ProblemType.UNSUPPORTED_TYPE, detail, List.of(violation), Optional.empty());
    }
}
