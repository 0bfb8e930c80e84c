package org.govshare.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.govshare.platform.sql.Transactions;
import org.govshare.platform.time.LawTime;
import org.govshare.regulation.calendar.WorkingCalendar;

/**
 * Looks up agencies, regions, city platforms and catalogue entries.
 *
 * <p>A lookup without a day means today by the law's clock in Asia/Shanghai. Agencies, regions and platforms are
 * cached: a new one is found within a second of its load, a changed one within a minute. A catalogue entry is cached
 * for a second; lists of entries are not cached.
 */
@ApplicationScoped
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSMSW", "com.github.benmanes.caffeine.cache.PSWMS"})
public class Registry {

    private static final ZoneId LAW_ZONE = WorkingCalendar.builtIn().zone();
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration KEPT_WHEN_MISSED = Duration.ofSeconds(1);
    private static final Duration KEPT_DATASET = Duration.ofSeconds(1);
    private static final int MOST_DATASETS_KEPT = 1_000;
    private static final int LARGEST_PAGE = 200;
    private static final String ALL = "all";

    private final DataSource database;
    private final Clock clock;
    /**
     * Caffeine chooses its classes by names that it derives from the options; they are registered above for a native
     * executable. No cache loads values by itself: a reader may have to wait for a connection, and must not block
     * readers that have one.
     */
    private final Cache<String, RegistrySnapshot> snapshots =
            Caffeine.newBuilder().maximumSize(1).expireAfterWrite(KEPT).build();

    private final Cache<String, RegistrySnapshot> newest = Caffeine.newBuilder()
            .maximumSize(1)
            .expireAfterWrite(KEPT_WHEN_MISSED)
            .build();
    private final Cache<String, Dataset> datasets = Caffeine.newBuilder()
            .maximumSize(MOST_DATASETS_KEPT)
            .expireAfterWrite(KEPT_DATASET)
            .build();

    @Inject
    public Registry(DataSource database, @LawTime Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The agency of this credit code, even if it is not valid now. */
    public Optional<Agency> agency(String creditCode) {
        return find(snapshot -> snapshot.agency(creditCode));
    }

    /** The agency, if it is registered but is not in office today: not any more, or not yet. */
    public Optional<Agency> outOfOffice(String creditCode) {
        LocalDate today = today();
        return agency(creditCode).filter(agency -> !agency.validity().covers(today));
    }

    /** Whether the agency is in office today and oversees its region and the regions below. */
    public boolean oversees(String creditCode) {
        LocalDate today = today();
        return agency(creditCode)
                .filter(Agency::oversees)
                .filter(agency -> agency.validity().covers(today))
                .isPresent();
    }

    /** The agency that holds the office of this agency today: itself, unless it has ended and has a successor. */
    public String holderOf(String creditCode) {
        return snapshot(snapshots).holderOf(creditCode, today());
    }

    /**
     * The agency itself, first, then the ended agencies whose office it holds today. Their order is not stable: a later
     * day may add one anywhere, a load may remove one, and another replica may learn of it up to a minute later.
     */
    public List<String> officesOf(String creditCode) {
        return snapshot(snapshots).officesOf(creditCode, today()).toList();
    }

    /** The authority for data sharing of this region (Hebei art. 4). */
    public Optional<Agency> authorityOf(String region) {
        return authorityOf(region, today());
    }

    public Optional<Agency> authorityOf(String region, LocalDate on) {
        return find(snapshot -> snapshot.organ(AgencyKind.AUTHORITY, region, on));
    }

    /** The people's government of this region. */
    public Optional<Agency> governmentOf(String region) {
        LocalDate today = today();
        return find(snapshot -> snapshot.organ(AgencyKind.GOVERNMENT, region, today));
    }

    public Optional<Region> region(String code) {
        return region(code, today());
    }

    public Optional<Region> region(String code, LocalDate on) {
        return find(snapshot -> snapshot.region(code, on));
    }

    /**
     * The regions that contain a region today: the region itself first, then those above it, up to the nation. The list
     * ends at a code that is not in force.
     */
    public List<String> regionsUpward(String code) {
        List<String> way = new ArrayList<>();
        Optional<String> at = Optional.of(code);
        while (at.isPresent() && !way.contains(at.get())) {
            way.add(at.get());
            at = at.filter(region -> !region.equals(Region.NATION))
                    .flatMap(this::region)
                    .flatMap(Region::parentCode);
        }
        return way;
    }

    /** The platform of this city that is approved today, if the city has one (Hebei art. 22). */
    public Optional<CityPlatform> cityPlatform(String city) {
        LocalDate today = today();
        return find(snapshot -> Optional.ofNullable(snapshot.platforms().get(city)))
                .filter(platform -> today.isBefore(platform.approvalEndedOn()));
    }

    /** All city platforms that are or were approved, in the order of their regions. */
    public List<CityPlatform> cityPlatforms() {
        return List.copyOf(snapshot(snapshots).platforms().values());
    }

    /** The contractor's approval by this principal that is valid today (Hebei art. 27). */
    public Optional<Contractor> contractor(String code, String principal) {
        LocalDate today = today();
        return find(snapshot -> snapshot.contractors(code)
                .filter(contractor -> contractor.principal().equals(principal))
                .filter(contractor -> contractor.validity().covers(today))
                .findFirst());
    }

    /** The name of a contractor, even if its approvals have ended. */
    public Optional<String> contractorName(String code) {
        return find(snapshot -> snapshot.contractors(code).map(Contractor::name).reduce((earlier, later) -> later));
    }

    /** The catalogue entry of this id, even if it is not valid now. */
    public Optional<Dataset> dataset(String id) {
        Dataset known = datasets.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Dataset> found = read(connection -> Datasets.byId(connection, id));
        found.ifPresent(dataset -> datasets.put(id, dataset));
        return found;
    }

    /**
     * A page of the entries that are valid today, in the order of their ids.
     *
     * @param after the id after which the page begins; empty for the first page
     * @param limit how many at most, 1 to 200; other values are moved into that range
     */
    public DatasetPage datasets(DatasetFilter filter, Optional<String> after, int limit) {
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        LocalDate today = today();
        return read(connection -> Datasets.page(connection, filter, after.orElse(""), size, today));
    }

    /** Today in Asia/Shanghai by the law's clock. */
    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /** The day of an instant in Asia/Shanghai. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, LAW_ZONE);
    }

    private <T> Optional<T> find(Function<RegistrySnapshot, Optional<T>> lookup) {
        Optional<T> found = lookup.apply(snapshot(snapshots));
        return found.isPresent() ? found : lookup.apply(snapshot(newest));
    }

    private RegistrySnapshot snapshot(Cache<String, RegistrySnapshot> kept) {
        RegistrySnapshot known = kept.getIfPresent(ALL);
        if (known != null) {
            return known;
        }
        RegistrySnapshot read = read(RegistrySnapshot::read);
        snapshots.put(ALL, read);
        newest.put(ALL, read);
        return read;
    }

    private <T> T read(Transactions.Work<T> query) {
        try (Connection connection = database.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the registry cannot be read", e);
        }
    }
}
