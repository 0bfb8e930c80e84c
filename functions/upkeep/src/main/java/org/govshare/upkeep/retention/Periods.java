package org.govshare.upkeep.retention;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.platform.failure.CommandException;
import org.govshare.platform.retention.Payload;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.KeepRule;

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

    /**
     * These periods, if none is shorter than law allows; a kind that is kept for ever never is.
     *
     * @param rules of all texts that are in force
     * @throws CommandException that names the setting, the period that it needs at least, and the article
     */
    public Periods lawful(List<KeepRule> rules) {
        for (Payload payload : Payload.all()) {
            for (KeepRule rule : rules) {
                Optional<Duration> period = of(payload);
                if (payload.keptByLaw().contains(Doc.nameOf(rule.what()))
                        && period.isPresent()
                        && period.get().compareTo(rule.atLeast()) < 0) {
                    throw new CommandException(payload.setting() + " must be at least "
                            + rule.atLeast().toDays() + "d, or off: "
                            + rule.basis().pack() + ", " + rule.basis().articleEn() + " wants "
                            + Doc.nameOf(rule.what()) + " kept for " + rule.years() + " years");
                }
            }
        }
        return this;
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
