package org.govshare.upkeep.retention;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.platform.failure.CommandException;
import org.govshare.platform.retention.Payload;

/**
 * How long each kind of payload is kept; a kind that is kept for ever has no period.
 *
 * @param each the periods by the names of the kinds
 */
public record Periods(Map<String, Duration> each) {
    private static final String FOR_GOOD = "off";
    private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,5})d");

    /** @throws CommandException that names a setting which is neither days nor {@code off} */
    public static Periods of(Map<String, String> environment) {
        Map<String, Duration> each = new HashMap<>();
        for (Payload payload : Payload.all()) {
            String given = environment.getOrDefault(payload.setting(), "");
            String period = given.isBlank() ? payload.defaultPeriod() : given;
            if (!period.equals(FOR_GOOD)) {
                each.put(payload.name(), days(payload, period));
            }
        }
        return new Periods(each);
    }

    public Optional<Duration> of(Payload payload) {
        return Optional.ofNullable(each.get(payload.name()));
    }

    private static Duration days(Payload payload, String period) {
        Matcher matcher = DAYS.matcher(period);
        if (!matcher.matches()) {
            throw new CommandException(payload.setting() + " must be days such as 180d, or off");
        }
        return Duration.ofDays(Long.parseLong(matcher.group(1)));
    }
}
