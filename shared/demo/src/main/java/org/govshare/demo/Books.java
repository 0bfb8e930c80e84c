package org.govshare.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.govshare.platform.sql.Sql;

/** What the demo looks up in the database besides HTTP: who is who, and what is held of each city. */
public final class Books {
    private static final String AGENCY = "select credit_code, name, name_en from agency where name = :key";
    private static final String CITIES = """
            select p.region_code, r.name, a.credit_code, a.name, a.name_en from city_platform p
            join region r on r.code = p.region_code join agency a on a.credit_code = p.operator_code
            order by 1""";
    private static final String HOLDINGS = """
            select city, count(*), count(*) filter (where by_prefix), encode(sha256(convert_to(
              string_agg(key || ' ' || version || ' ' || digest || E'\\n', '' order by key collate "C"), 'UTF8')), 'hex')
            from record where dataset_id = :key and not deleted group by city""";

    private static final String UNKNOWN =
            "select distinct region_code from record where dataset_id = :key and by_prefix and not deleted";

    private final String ownerUrl;

    public Books(String ownerUrl) {
        this.ownerUrl = ownerUrl;
    }

    /** A city and the agency that runs its platform. */
    public record City(String code, String name, Agency operator) {}

    /**
     * Records of a city.
     *
     * @param byPrefix how many of them have a region code that is not in the region table
     * @param digest over key, version and content of each, in the order of the keys
     */
    public record Holding(long records, long byPrefix, String digest) {}

    /** A clerk of the agency of that Chinese name. */
    public Agency agency(String name) {
        return query(AGENCY, row -> Agency.of(row.getString(1), row.getString(2), row.getString(3)), name)
                .get(0);
    }

    /** The cities with a platform that the province approved. */
    public List<City> cities() {
        return query(
                CITIES,
                row -> new City(
                        row.getString(1),
                        row.getString(2),
                        Agency.of(row.getString(3), row.getString(4), row.getString(5))),
                Map.of());
    }

    /** What the database holds of a dataset, by city. */
    public Map<String, Holding> holdings(String dataset) {
        Map<String, Holding> holdings = new TreeMap<>();
        query(
                HOLDINGS,
                row -> holdings.put(row.getString(1), new Holding(row.getLong(2), row.getLong(3), row.getString(4))),
                dataset);
        return holdings;
    }

    /** Region codes of records that the region table lacks. */
    public Set<String> unknownRegions(String dataset) {
        return Set.copyOf(query(UNKNOWN, row -> row.getString(1), dataset));
    }

    private <T> List<T> query(String sql, Sql.Row<T> reading, String key) {
        return query(sql, reading, Map.of("key", key));
    }

    private <T> List<T> query(String sql, Sql.Row<T> reading, Map<String, ?> values) {
        try (Connection connection = DriverManager.getConnection(ownerUrl)) {
            return Sql.on(connection, sql).bindAll(values).list(reading);
        } catch (SQLException e) {
            throw new IllegalStateException("the demo cannot look into its database", e);
        }
    }
}
