package org.govshare.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.problem.Pointer;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemException;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.text.VisibleText;

/**
 * What a provider reports about one record: its current content, or that it is deleted.
 *
 * @param region six digits (GB/T 2260) of the region that it belongs to; ignored for a deletion
 * @param payload a JSON object; ignored for a deletion
 */
public record RecordChange(String key, String region, JsonNode payload, boolean deleted) {

    private static final Set<String> MEMBERS = Set.of("key", "region", "payload", "deleted");
    private static final int MOST = 1_000;
    static final int MAX_KEY = 200;
    static final int MAX_PAYLOAD = 64 * 1024;
    /** An escaped NUL in JSON; with an odd number of further backslashes before it, it is ordinary text. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private static final Pattern REGION = Pattern.compile("[1-9][0-9]{5}");

    public static RecordChange upsert(String key, String region, JsonNode payload) {
        return new RecordChange(key, region, payload, false);
    }

    public static RecordChange delete(String key) {
        return new RecordChange(key, null, null, true);
    }

    /**
     * Reads a command's {@code changes}, 1 to 1000 of them.
     *
     * @throws ProblemException that names all faults
     */
    public static List<RecordChange> readAll(JsonNode changes) {
        if (!changes.isArray() || changes.isEmpty() || changes.size() > MOST) {
            throw Problem.field(Violation.invalid("/changes", RecordMessages.CHANGES_MISCOUNTED))
                    .asException();
        }
        List<RecordChange> read = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            read.add(read(changes.get(i), "/changes/" + i, violations));
        }
        if (!violations.isEmpty()) {
            throw Problem.fields(violations).asException();
        }
        return read;
    }

    /**
     * Reads one item of a command's {@code changes}, strictly: {@code deleted} is a boolean, and unknown members are
     * refused.
     *
     * @param at JSON Pointer of the item
     * @param violations the list to which all faults are added
     */
    public static RecordChange read(JsonNode item, String at, List<Violation> violations) {
        if (!item.isObject()) {
            violations.add(Violation.invalid(at, PlatformMessages.MUST_BE_OBJECT));
            return delete("");
        }
        item.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                violations.add(Violation.unknown(at + "/" + Pointer.token(name)));
            }
        });
        JsonNode deleted = item.path("deleted");
        if (!deleted.isMissingNode() && !deleted.isBoolean()) {
            violations.add(Violation.invalid(at + "/deleted", RecordMessages.MUST_BE_TRUE_OR_FALSE));
        }
        RecordChange change = new RecordChange(
                item.path("key").textValue(),
                item.path("region").textValue(),
                item.get("payload"),
                deleted.asBoolean(false));
        change.flaw().ifPresent(flaw -> violations.add(Violation.invalid(at + "/" + flaw.member(), flaw.message())));
        return change;
    }

    /** The fault of the change, if it has one. */
    public Optional<Flaw> flaw() {
        Optional<Flaw> key = flawOfKey(this.key);
        if (deleted || key.isPresent()) {
            return key;
        }
        Optional<Flaw> region = flawOfRegion(this.region);
        if (region.isPresent()) {
            return region;
        }
        if (payload == null || !payload.isObject()) {
            return Optional.of(Flaw.PAYLOAD_NOT_AN_OBJECT);
        }
        return flawOfText(payload.toString());
    }

    public static Optional<Flaw> flawOfKey(String key) {
        boolean fits = key != null && VisibleText.isIn(key) && key.length() <= MAX_KEY && storable(key);
        if (!fits) {
            return Optional.of(Flaw.KEY_MISSING);
        }
        return VisibleText.hasUnseenEnds(key) ? Optional.of(Flaw.KEY_UNSEEN_ENDS) : Optional.empty();
    }

    public static Optional<Flaw> flawOfRegion(String region) {
        boolean fits = region != null && REGION.matcher(region).matches();
        return fits ? Optional.empty() : Optional.of(Flaw.REGION_NOT_SIX_DIGITS);
    }

    public static Optional<Flaw> flawOfText(String json) {
        boolean nul = json.contains("\\u0000") && NUL.matcher(json).find();
        boolean fits = json.length() <= MAX_PAYLOAD && !nul && storable(json);
        return fits ? Optional.empty() : Optional.of(Flaw.PAYLOAD_UNFIT);
    }

    /** PostgreSQL stores neither NUL nor half a surrogate pair. */
    private static boolean storable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Why a record is rejected. */
    public enum Flaw {
        KEY_MISSING("key", RecordMessages.KEY_MISSING),
        KEY_UNSEEN_ENDS("key", RecordMessages.KEY_HAS_UNSEEN_ENDS),
        REGION_NOT_SIX_DIGITS("region", RecordMessages.MUST_BE_REGION_CODE),
        PAYLOAD_NOT_AN_OBJECT("payload", PlatformMessages.MUST_BE_OBJECT),
        PAYLOAD_UNFIT("payload", RecordMessages.PAYLOAD_UNFIT),
        KEY_SHORTENED("key", RecordMessages.SHORTENED_BY_EXCEL),
        REGION_SHORTENED("region", RecordMessages.SHORTENED_BY_EXCEL),
        KEY_TWICE("key", RecordMessages.KEY_TWICE),
        VALUES_MISCOUNTED("", RecordMessages.VALUES_MISCOUNTED);

        private final String member;
        private final Text message;

        Flaw(String member, Text message) {
            this.member = member;
            this.message = message;
        }

        /** The member of the change that has the fault. */
        public String member() {
            return member;
        }

        public Text message() {
            return message;
        }
    }
}
