package org.govshare.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.govshare.platform.sql.Sql;

/** All agencies, regions, city platforms and contractors of all days, as the database had them at one moment. */
public final class RegistrySnapshot {

    private final Map<String, Agency> agencies = new TreeMap<>();
    private final Map<String, List<Agency>> agenciesByRegion = new HashMap<>();
    private final Map<String, List<Agency>> predecessors = new HashMap<>();
    private final Map<String, List<Region>> regions = new HashMap<>();
    private final Map<String, CityPlatform> platforms = new TreeMap<>();
    private final Map<String, List<Contractor>> contractors = new HashMap<>();

    private RegistrySnapshot() {}

    /** Reads everything with four queries. The connection must be able to read the registry's tables. */
    public static RegistrySnapshot read(Connection connection) throws SQLException {
        RegistrySnapshot snapshot = new RegistrySnapshot();
        rows(connection, "SELECT * FROM agency ORDER BY credit_code", snapshot::addAgency);
        rows(connection, "SELECT * FROM region ORDER BY code, valid_from", snapshot::addRegion);
        rows(connection, "SELECT * FROM city_platform", snapshot::addPlatform);
        rows(connection, "SELECT * FROM contractor ORDER BY approved_on", snapshot::addContractor);
        return snapshot;
    }

    /** All agencies of all days, in the order of their codes. */
    public Collection<Agency> agencies() {
        return Collections.unmodifiableCollection(agencies.values());
    }

    /** All regions of all days. */
    public Stream<Region> regions() {
        return regions.values().stream().flatMap(List::stream);
    }

    Optional<Agency> agency(String creditCode) {
        return Optional.ofNullable(agencies.get(creditCode));
    }

    /**
     * The agency that holds this agency's office on a day. Each successor ends later than the one before, so the loop
     * ends.
     */
    String holderOf(String creditCode, LocalDate on) {
        return agency(creditCode)
                .filter(agency -> hasEnded(agency, on))
                .flatMap(Agency::successor)
                .map(successor -> holderOf(successor, on))
                .orElse(creditCode);
    }

    /** The agency itself, first, then those whose office it holds on a day, directly or through others. */
    Stream<String> officesOf(String creditCode, LocalDate on) {
        return Stream.concat(
                Stream.of(creditCode),
                predecessors.getOrDefault(creditCode, List.of()).stream()
                        .filter(agency -> hasEnded(agency, on))
                        .flatMap(agency -> officesOf(agency.creditCode(), on)));
    }

    private static boolean hasEnded(Agency agency, LocalDate on) {
        return !on.isBefore(agency.validity().until());
    }

    private Stream<Agency> agenciesOf(String region, LocalDate on) {
        return agenciesByRegion.getOrDefault(region, List.of()).stream()
                .filter(agency -> agency.validity().covers(on));
    }

    Optional<Agency> organ(AgencyKind kind, String region, LocalDate on) {
        return agenciesOf(region, on).filter(agency -> agency.kind() == kind).findFirst();
    }

    Optional<Region> region(String code, LocalDate on) {
        return regions.getOrDefault(code, List.of()).stream()
                .filter(region -> region.validity().covers(on))
                .findFirst();
    }

    Map<String, CityPlatform> platforms() {
        return platforms;
    }

    /** All approvals of this contractor, by any agency and of all days, oldest first. */
    Stream<Contractor> contractors(String code) {
        return contractors.getOrDefault(code, List.of()).stream();
    }

    private void addContractor(ResultSet row) throws SQLException {
        Contractor contractor = new Contractor(
                row.getString("contractor_code"),
                row.getString("contractor_name"),
                row.getString("principal_code"),
                row.getString("approval_document"),
                new Validity(
                        row.getObject("approved_on", LocalDate.class), row.getObject("valid_to", LocalDate.class)));
        contractors
                .computeIfAbsent(contractor.code(), code -> new ArrayList<>())
                .add(contractor);
    }

    private void addAgency(ResultSet row) throws SQLException {
        Agency agency = new Agency(
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("short_name"),
                row.getString("region_code"),
                AgencyKind.of(row.getString("kind")),
                validity(row),
                Optional.ofNullable(row.getString("successor_code")),
                row.getBoolean("audit_body"),
                BodyKinds.of(row.getString("body_kind")),
                Optional.ofNullable(row.getString("ministry")));
        agencies.put(agency.creditCode(), agency);
        agency.successor()
                .ifPresent(successor -> predecessors
                        .computeIfAbsent(successor, code -> new ArrayList<>())
                        .add(agency));
        agenciesByRegion
                .computeIfAbsent(agency.regionCode(), code -> new ArrayList<>())
                .add(agency);
    }

    private void addRegion(ResultSet row) throws SQLException {
        Region region = new Region(
                row.getString("code"),
                RegionLevel.of(row.getString("level")),
                row.getString("name"),
                Optional.ofNullable(row.getString("parent_code")),
                validity(row),
                Optional.ofNullable(row.getString("successor_code")));
        regions.computeIfAbsent(region.code(), code -> new ArrayList<>()).add(region);
    }

    private void addPlatform(ResultSet row) throws SQLException {
        String region = row.getString("region_code");
        platforms.put(
                region,
                new CityPlatform(
                        region,
                        row.getString("operator_code"),
                        row.getObject("approved_on", LocalDate.class),
                        row.getString("approval_document"),
                        row.getObject("approval_ended_on", LocalDate.class)));
    }

    static Validity validity(ResultSet row) throws SQLException {
        return new Validity(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
    }

    private static void rows(Connection connection, String sql, Sql.RowUse use) throws SQLException {
        Sql.on(connection, sql).each(use);
    }
}
