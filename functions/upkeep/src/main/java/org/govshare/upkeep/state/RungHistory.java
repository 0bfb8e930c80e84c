package org.govshare.upkeep.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.commands.trail.AuditEntry;

/** The moments at which the rungs of a case fired and were annulled, from its chain. */
final class RungHistory {
    private final List<Event> events = new ArrayList<>();

    /**
     * A rung fired or was annulled.
     *
     * @param projection the projection of the rung; entries from before release 0.2 do not have it
     */
    record Event(
            boolean fired,
            UUID clock,
            String rung,
            Optional<Integer> projection,
            Instant at,
            Instant due,
            List<String> addressees) {}

    void take(AuditEntry entry, boolean fired) {
        Map<String, String> details = entry.details;
        String addressees = details.getOrDefault("addressees", "");
        events.add(new Event(
                fired,
                UUID.fromString(details.get("clock")),
                details.get("rung"),
                Optional.ofNullable(details.get("projection")).map(Integer::valueOf),
                entry.at,
                Instant.parse(details.get("due")),
                addressees.isEmpty() ? List.of() : List.of(addressees.split(","))));
    }

    /** Addressees of a rung that fired. */
    Set<String> allAddressees() {
        Set<String> all = new LinkedHashSet<>();
        events.stream().filter(Event::fired).forEach(event -> all.addAll(event.addressees()));
        return all;
    }

    /** The entry of the firing of exactly this row. */
    Optional<Event> firingOf(Row rung) {
        return of(rung).filter(event -> event.fired() && isOf(event, rung)).findFirst();
    }

    /**
     * When a row should have fired, in its own projection or in an earlier one whose firing it keeps; null if it should
     * not have. The outer value is empty if the entries do not show this.
     */
    Optional<Optional<Instant>> firedAt(Row rung, boolean present) {
        List<Event> its = of(rung).toList();
        if (its.stream().allMatch(event -> event.projection().isPresent())) {
            return Optional.of(standing(its, rung.number("projection")));
        }
        Event last = its.get(its.size() - 1);
        return present ? Optional.of(Optional.of(last).filter(Event::fired).map(Event::at)) : Optional.empty();
    }

    private static Optional<Instant> standing(List<Event> its, int projection) {
        return its.stream()
                .filter(event -> event.fired() && event.projection().orElseThrow() <= projection)
                .max(Comparator.comparing(event -> event.projection().orElseThrow()))
                .filter(firing -> its.stream()
                        .noneMatch(event -> !event.fired()
                                && event.projection().orElseThrow()
                                        >= firing.projection().orElseThrow()
                                && event.projection().orElseThrow() < projection))
                .map(Event::at);
    }

    /**
     * When a row should have been annulled; null if it should not have been. The outer value is empty if the entries do
     * not show this.
     */
    Optional<Optional<Instant>> annulledAt(Row rung) {
        List<Event> annulments = of(rung).filter(event -> !event.fired()).toList();
        if (annulments.stream().anyMatch(event -> event.projection().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(annulments.stream()
                .filter(event -> isOf(event, rung))
                .map(Event::at)
                .findFirst());
    }

    private Stream<Event> of(Row rung) {
        return events.stream()
                .filter(event -> event.clock().equals(rung.id("clock_id"))
                        && event.rung().equals(rung.text("rung").orElse("")));
    }

    private static boolean isOf(Event event, Row rung) {
        return event.projection().equals(Optional.of(rung.number("projection")));
    }
}
