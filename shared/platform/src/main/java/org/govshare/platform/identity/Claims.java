package org.govshare.platform.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.govshare.regulation.text.VisibleText;

/** The claims that we read, and the form that each must have before other code reads it. */
final class Claims {
    static final String SUBJECT = "sub";
    static final String GROUPS = "groups";
    static final String AGENCY = "agency";
    static final String ON_BEHALF_OF = "on_behalf_of";
    static final String IDENTITY_TYPE = "identity_type";
    static final String IDENTITY_HASH = "identity_hash";

    private static final int LONGEST = 256;
    private static final List<String> TEXTS =
            List.of(ActorBinding.ID, ActorBinding.SOURCE, ActorBinding.TYPE, ActorBinding.DIGEST);
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private Claims() {}

    /**
     * Whether every claim that we read has its form: {@code sub} is present; {@code groups}, if present, is an array of
     * texts; codes are credit codes; each text has a visible character, at most 256 characters, only printable ones and
     * no half of a surrogate pair.
     */
    static boolean wellFormed(JsonNode claims) {
        return text(claims, SUBJECT)
                && claims.has(SUBJECT)
                && groups(claims.get(GROUPS))
                && creditCode(claims, AGENCY)
                && creditCode(claims, ON_BEHALF_OF)
                && matches(claims, IDENTITY_TYPE, TYPE)
                && matches(claims, IDENTITY_HASH, HASH)
                && TEXTS.stream().allMatch(name -> text(claims, name));
    }

    /** Our roles among the groups; other groups of the issuer, for other services, are ignored. */
    static List<String> roles(JsonNode claims) {
        return StreamSupport.stream(claims.path(GROUPS).spliterator(), false)
                .map(JsonNode::textValue)
                .filter(Roles.ALL::contains)
                .distinct()
                .toList();
    }

    private static boolean groups(JsonNode groups) {
        return groups == null
                || (groups.isArray()
                        && StreamSupport.stream(groups.spliterator(), false).allMatch(JsonNode::isTextual));
    }

    private static boolean creditCode(JsonNode claims, String name) {
        return text(claims, name)
                && (!claims.has(name) || CreditCode.isValid(claims.get(name).textValue()));
    }

    private static boolean matches(JsonNode claims, String name, Pattern form) {
        return text(claims, name)
                && (!claims.has(name)
                        || form.matcher(claims.get(name).textValue()).matches());
    }

    private static boolean text(JsonNode claims, String name) {
        JsonNode claim = claims.get(name);
        return claim == null || (claim.isTextual() && printable(claim.textValue()));
    }

    private static boolean printable(String text) {
        return VisibleText.isIn(text)
                && text.length() <= LONGEST
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
