package org.govshare.casework;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.regulation.clock.ClockEnd;
import org.govshare.regulation.clock.ClockState;

/**
 * What an entry of the trail says about a clock that its act started, ended, extended or asked about. With the law and the
 * calendar it is enough to recompute the clock's row and its rungs.
 *
 * @param asked the amount asked for and when, without the grounds, which people wrote
 * @param addressees credit codes by rung, where the act projected the clock; empty where it left the rungs as they were
 */
public record ClockLine(
        UUID id,
        String rule,
        int ordinal,
        String obligor,
        Instant startedAt,
        Optional<LocalDate> setDate,
        int extension,
        Optional<String> asked,
        Optional<Instant> endedAt,
        Optional<ClockEnd> ended,
        Map<String, List<String>> addressees) {
    private static final String NAME = "clock/";
    private static final String REASONS = "reasons/";
    private static final String TO = "to:";

    public ClockLine {
        addressees = Map.copyOf(addressees);
    }

    static ClockLine of(CaseClock clock, List<ClockRung> projected) {
        return new ClockLine(
                clock.id,
                clock.rule,
                clock.ordinal,
                clock.obligor,
                clock.startedAt,
                Optional.ofNullable(clock.setDate),
                clock.extension,
                Optional.ofNullable(clock.asked).map(asked -> asked.get("amount") + "@" + asked.get("at")),
                Optional.ofNullable(clock.endedAt),
                Optional.ofNullable(clock.ended),
                projected.stream().collect(Collectors.toMap(rung -> rung.rung, rung -> rung.addressees)));
    }

    /** Name of the entry's detail. */
    public String name() {
        return NAME + id;
    }

    /** Name of the detail with the keyed hash of the reasons that the obligor has stated, all of them. */
    public String reasonsName() {
        return REASONS + id;
    }

    /** The clocks that an entry's details name, by their names. */
    public static List<ClockLine> in(Map<String, String> details) {
        return details.entrySet().stream()
                .filter(detail -> detail.getKey().startsWith(NAME))
                .map(detail -> parse(detail.getKey(), detail.getValue()))
                .toList();
    }

    /** Words {@code name=value}, of which those without a value are left out. */
    public String text() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("rule", encoded(rule));
        words.put("run", Integer.toString(ordinal));
        words.put("obligor", obligor);
        words.put("started", startedAt.toString());
        setDate.ifPresent(day -> words.put("until", day.toString()));
        words.put("extension", Integer.toString(extension));
        asked.ifPresent(text -> words.put("asked", text));
        endedAt.ifPresent(at -> words.put("ended", at.toString()));
        ended.ifPresent(how -> words.put("how", how.name()));
        new TreeMap<>(addressees).forEach((rung, codes) -> words.put(TO + encoded(rung), String.join(",", codes)));
        return words.entrySet().stream()
                .map(word -> word.getKey() + "=" + word.getValue())
                .collect(Collectors.joining(" "));
    }

    private static ClockLine parse(String name, String text) {
        Map<String, String> words = Arrays.stream(text.split(" "))
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(word -> word[0], word -> word[1]));
        Map<String, List<String>> addressees = words.entrySet().stream()
                .filter(word -> word.getKey().startsWith(TO))
                .collect(Collectors.toMap(
                        word -> URLDecoder.decode(word.getKey().substring(TO.length()), StandardCharsets.UTF_8),
                        word -> codes(word.getValue())));
        return new ClockLine(
                UUID.fromString(name.substring(NAME.length())),
                URLDecoder.decode(words.get("rule"), StandardCharsets.UTF_8),
                Integer.parseInt(words.get("run")),
                words.get("obligor"),
                Instant.parse(words.get("started")),
                Optional.ofNullable(words.get("until")).map(LocalDate::parse),
                Integer.parseInt(words.get("extension")),
                Optional.ofNullable(words.get("asked")),
                Optional.ofNullable(words.get("ended")).map(Instant::parse),
                Optional.ofNullable(words.get("how")).map(ClockEnd::valueOf),
                addressees);
    }

    /** This line with the addressees of the earlier one where it has none of its own. */
    public ClockLine after(Optional<ClockLine> earlier) {
        return addressees.isEmpty() && earlier.isPresent() ? with(asked, earlier.get().addressees) : this;
    }

    /** This line when what people wrote with it has been erased. */
    public ClockLine erased() {
        return with(Optional.empty(), addressees);
    }

    private ClockLine with(Optional<String> newAsked, Map<String, List<String>> newAddressees) {
        return new ClockLine(
                id, rule, ordinal, obligor, startedAt, setDate, extension, newAsked, endedAt, ended, newAddressees);
    }

    /** What the law counts from. */
    public ClockState state() {
        return new ClockState(
                rule, ordinal, rule, obligor, startedAt, setDate, extension, Optional.empty(), endedAt, ended);
    }

    private static List<String> codes(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
