package org.govshare.registry.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.govshare.registry.Agency;
import org.govshare.registry.AgencyKind;
import org.govshare.registry.CityPlatform;
import org.govshare.registry.Contractor;
import org.govshare.registry.Dataset;
import org.govshare.registry.Region;
import org.govshare.registry.RegionLevel;
import org.govshare.registry.RegistrySnapshot;

/** The registry as it would be after the load; the rows are checked against it. */
final class References {

    private final Map<String, List<Region>> regions = new TreeMap<>();
    /** The days on which a region begins or ends: only on these days the city of a code can change. */
    private final Set<LocalDate> turns = new TreeSet<>();

    private final Map<String, Agency> agencies = new HashMap<>();

    References(RegistrySnapshot stored) {
        stored.regions().forEach(this::add);
        stored.agencies().forEach(this::add);
    }

    /** Adds the region; it replaces the one with the same code and first day. */
    void add(Region region) {
        List<Region> periods = regions.computeIfAbsent(region.code(), code -> new ArrayList<>());
        periods.removeIf(
                other -> other.validity().from().equals(region.validity().from()));
        periods.add(region);
        turns.add(region.validity().from());
        turns.add(region.validity().until());
    }

    /** Adds the agency; it replaces the one with the same code. */
    void add(Agency agency) {
        agencies.put(agency.creditCode(), agency);
    }

    void check(Row row, Region region) {
        for (Region other : regions.get(region.code())) {
            if (!other.validity().from().equals(region.validity().from())
                    && other.validity().overlaps(region.validity())) {
                row.fault("valid_from", "overlaps another period of " + region.code());
            }
        }
        row.optional("parent_code").ifPresent(parent -> {
            if (!hasRegionAbove(parent, region)) {
                row.fault("parent_code", parent + " is not a region of a higher level");
            }
        });
        region.successorCode().ifPresent(successor -> checkSuccessor(row, region, successor));
        turns.stream()
                .flatMap(day -> Circle.from(region.code(), code -> above(code, day)).stream())
                .findFirst()
                .ifPresent(circle -> row.fault("successor_code", "leads back to where it began: " + circle));
    }

    /**
     * The next code on the way to the city on a day: the successor of a region that has ended, or the region above a
     * county.
     */
    private String above(String code, LocalDate on) {
        return regions.getOrDefault(code, List.of()).stream()
                .filter(period -> !on.isBefore(period.validity().from()))
                .max(Comparator.comparing(period -> period.validity().from()))
                .flatMap(period -> on.isBefore(period.validity().until())
                        ? period.parentCode().filter(parent -> period.level() == RegionLevel.COUNTY)
                        : period.successorCode())
                .orElse(null);
    }

    /** Who takes over must count on the day the other ends. */
    private void checkSuccessor(Row row, Region ended, String code) {
        LocalDate end = ended.validity().until();
        if (code.equals(ended.code())) {
            row.fault("successor_code", "is the region itself");
        } else if (!regions.containsKey(code)) {
            row.fault("successor_code", "'" + code + "' is not a known region");
        } else if (RegionLevel.ofRegion(code) != ended.level()) {
            row.fault(
                    "successor_code",
                    code + " is a " + RegionLevel.ofRegion(code).code() + "; the successor of a "
                            + ended.level().code() + " must be a "
                            + ended.level().code());
        } else if (end.equals(LocalDate.MAX)) {
            row.fault("successor_code", "needs a valid_to: only what has an end has a successor");
        } else if (regions.get(code).stream()
                .noneMatch(period -> period.validity().covers(end))) {
            row.fault("successor_code", code + " is not valid on " + end);
        }
    }

    private boolean hasRegionAbove(String parent, Region region) {
        return regions.getOrDefault(parent, List.of()).stream()
                .map(Region::level)
                .anyMatch(above -> above.compareTo(region.level()) < 0
                        && (above != RegionLevel.NATION || region.level() == RegionLevel.PROVINCE));
    }

    void check(Row row, Agency agency) {
        if (!regions.containsKey(agency.regionCode())) {
            row.fault("region_code", agency.regionCode() + " is not a known region");
        }
        BodyCheck.ministry(row, agency, agencies);
        agency.successor().ifPresent(successor -> checkSuccessor(row, agency, successor));
        Circle.from(agency.creditCode(), this::successorOf)
                .ifPresent(circle -> row.fault("successor_code", "leads back to where it began: " + circle));
        if (agency.kind() != AgencyKind.AGENCY) {
            agencies.values().stream()
                    .filter(other -> holdsTheSameOffice(other, agency))
                    .forEach(other -> row.fault(
                            "kind",
                            agency.regionCode() + " already has this "
                                    + agency.kind().code() + ": " + other.creditCode()));
        }
    }

    private String successorOf(String agency) {
        return Optional.ofNullable(agencies.get(agency))
                .flatMap(Agency::successor)
                .orElse(null);
    }

    /** Who takes over must count on the day the other ends. */
    private void checkSuccessor(Row row, Agency ended, String code) {
        Agency successor = agencies.get(code);
        if (successor == null) {
            row.fault("successor_code", "'" + code + "' is not a known agency");
        } else if (ended.validity().until().equals(LocalDate.MAX)) {
            row.fault("successor_code", "needs a valid_to: only what has an end has a successor");
        } else if (!successor.validity().covers(ended.validity().until())) {
            row.fault(
                    "successor_code",
                    code + " is not valid on " + ended.validity().until());
        }
    }

    private static boolean holdsTheSameOffice(Agency one, Agency other) {
        return !one.creditCode().equals(other.creditCode())
                && one.kind() == other.kind()
                && one.regionCode().equals(other.regionCode())
                && one.validity().overlaps(other.validity());
    }

    void check(Row row, Dataset dataset) {
        if (!agencies.containsKey(dataset.providerCode())) {
            row.fault("provider_code", "'" + dataset.providerCode() + "' is not a known agency");
        }
    }

    void check(Row row, Contractor contractor) {
        if (!agencies.containsKey(contractor.principal())) {
            row.fault("principal_code", "'" + contractor.principal() + "' is not a known agency");
        }
        if (agencies.containsKey(contractor.code())) {
            row.fault("contractor_code", contractor.code() + " is an agency, which acts for itself");
        }
    }

    void check(Row row, CityPlatform platform) {
        if (!regions.containsKey(platform.regionCode())
                || RegionLevel.ofRegion(platform.regionCode()) != RegionLevel.CITY) {
            row.fault("region_code", platform.regionCode() + " is not a known city");
        }
        Agency operator = agencies.get(platform.operatorCode());
        if (operator == null || !operator.regionCode().equals(platform.regionCode())) {
            row.fault("operator_code", "'" + platform.operatorCode() + "' is not an agency of this city");
        }
    }
}
