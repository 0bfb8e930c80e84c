package org.govshare.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a provider says of one record: its present content, or that it is gone.
 *
 * @param region six digits (GB/T 2260) of the place it belongs to; ignored for a deletion
 * @param payload a JSON object; ignored for a deletion
 */
public record RecordChange(String key, String region, JsonNode payload, boolean deleted) {

    static final int MAX_KEY = 200;
    static final int MAX_PAYLOAD = 64 * 1024;
    private static final Pattern REGION = Pattern.compile("[1-9][0-9]{5}");

    public static RecordChange upsert(String key, String region, JsonNode payload) {
        return new RecordChange(key, region, payload, false);
    }

    public static RecordChange delete(String key) {
        return new RecordChange(key, null, null, true);
    }

    /** What is wrong with it, if anything. */
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

    static Optional<Flaw> flawOfKey(String key) {
        boolean fits = key != null && !key.isBlank() && key.length() <= MAX_KEY && key.indexOf('\0') < 0;
        return fits ? Optional.empty() : Optional.of(Flaw.KEY_MISSING);
    }

    static Optional<Flaw> flawOfRegion(String region) {
        boolean fits = region != null && REGION.matcher(region).matches();
        return fits ? Optional.empty() : Optional.of(Flaw.REGION_NOT_SIX_DIGITS);
    }

    /** PostgreSQL's jsonb holds no NUL character, so neither may a record. */
    static Optional<Flaw> flawOfText(String json) {
        boolean fits = json.length() <= MAX_PAYLOAD && !json.contains("\\u0000");
        return fits ? Optional.empty() : Optional.of(Flaw.PAYLOAD_UNFIT);
    }

    /** Why a record is not taken. */
    public enum Flaw {
        KEY_MISSING("key"),
        REGION_NOT_SIX_DIGITS("region"),
        PAYLOAD_NOT_AN_OBJECT("payload"),
        PAYLOAD_UNFIT("payload");

        private final String member;

        Flaw(String member) {
            this.member = member;
        }

        /** The member of the change that is wrong. */
        public String member() {
            return member;
        }
    }
}
