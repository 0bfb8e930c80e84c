package org.govshare.backflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.registry.CityOf;
import org.govshare.registry.Registry;

/** Counts the records that belong to no city, and so to no stream, by dataset and region code. */
@ApplicationScoped
class RowsWithoutCity {
    private static final String PAGE = """
            select w.dataset_id, w.region_code, w.records, f.city, f.way from (
              select r.dataset_id, r.region_code, count(*) as records from record r
              where r.city is null and not r.deleted and (:everywhere or left(r.region_code, 2) = any(:provinces))
                and (r.dataset_id, r.region_code) > (:dataset, :region)
              group by r.dataset_id, r.region_code order by r.dataset_id, r.region_code limit :limit) w
            cross join lateral region_city(w.region_code, :day) f
            order by w.dataset_id, w.region_code""";
    private static final Pattern KEY = Pattern.compile("([a-z0-9-]{1,200})/(\\d{6})");

    private final Database database;
    private final Registry registry;

    RowsWithoutCity(Database database, Registry registry) {
        this.database = database;
        this.registry = registry;
    }

    /**
     * A dataset and a region code, which order the list.
     *
     * @param dataset empty for the position before the first row
     */
    record Key(String dataset, String region) {
        static final Key FIRST = new Key("", "");

        /** Reads a page's cursor, {@code after}; empty for a value that no page can have returned. */
        static Optional<Key> parse(String after) {
            Matcher matcher = KEY.matcher(after);
            return matcher.matches() ? Optional.of(new Key(matcher.group(1), matcher.group(2))) : Optional.empty();
        }

        String text() {
            return dataset + "/" + region;
        }
    }

    /**
     * The rows whose codes are in these provinces.
     *
     * @param everywhere whether to list all codes instead, also those of provinces without a city's platform
     * @param provinces the first two digits of each province
     * @param after the position after which the page begins
     */
    List<RowsWithoutCityView> page(boolean everywhere, List<String> provinces, Key after, int limit, Locale language) {
        return database.call(connection -> Sql.on(connection, PAGE)
                .bind("everywhere", everywhere)
                .bind("provinces", provinces.toArray(String[]::new))
                .bind("dataset", after.dataset())
                .bind("region", after.region())
                .bind("limit", limit)
                .bind("day", registry.today())
                .list(row -> view(row, language)));
    }

    private static RowsWithoutCityView view(ResultSet row, Locale language) throws SQLException {
        CityOf now = CityOf.of(row.getString("city"), row.getString("way"));
        return new RowsWithoutCityView(
                row.getString("dataset_id"),
                row.getString("region_code"),
                row.getLong("records"),
                now.city().isPresent() ? null : now.way().whyNone().in(language),
                now.city().orElse(null));
    }
}
