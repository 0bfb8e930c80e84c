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
 * <p>Without a day, a lookup means today by the law's clock in Asia/Shanghai. Agencies, regions and platforms come from
 * memory: a new one is found within a second of its load, a changed one within a minute. A catalogue entry that was just
 * read is kept for a second; lists of entries are read afresh each time.
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
     * Caffeine picks its classes by names made of what is asked for; they are registered above for a native executable. No
     * cache loads by itself: who reads may have to wait for a connection, and must not hold up those that have theirs.
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

    /** The agency of this credit code, also one whose validity is past or to come. */
    public Optional<Agency> agency(String creditCode) {
        return find(snapshot -> snapshot.agency(creditCode));
    }

    /** The agency, if it is registered but does not count today: no more, or not yet. */
    public Optional<Agency> outOfOffice(String creditCode) {
        LocalDate today = today();
        return agency(creditCode).filter(agency -> !agency.validity().covers(today));
    }

    /** Whether the agency is in office today and oversees its region and what lies below. */
    public boolean oversees(String creditCode) {
        LocalDate today = today();
        return agency(creditCode)
                .filter(Agency::oversees)
                .filter(agency -> agency.validity().covers(today))
                .isPresent();
    }

    /** Who holds the agency's office today: itself, unless it has ended and names a successor. */
    public String holderOf(String creditCode) {
        return snapshot(snapshots).holderOf(creditCode, today());
    }

    /**
     * The agency itself, first, and those that ended and whose office it holds today, in no order that lasts: a later day
     * adds to them anywhere, a load may take away, and another replica may hear of it up to a minute later.
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
     * The regions that a region is in today: the region of this code itself first, then those above it, up to the nation.
     * A code that is not in force leads no further.
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

    /** The platform of this city that is approved today, if it has one of its own (Hebei art. 22). */
    public Optional<CityPlatform> cityPlatform(String city) {
        LocalDate today = today();
        return find(snapshot -> Optional.ofNullable(snapshot.platforms().get(city)))
                .filter(platform -> today.isBefore(platform.approvalEndedOn()));
    }

    /** All city platforms that are or were approved, in the order of their regions. */
    public List<CityPlatform> cityPlatforms() {
        return List.copyOf(snapshot(snapshots).platforms().values());
    }

    /** The contractor's approval by this principal that counts today (Hebei art. 27). */
    public Optional<Contractor> contractor(String code, String principal) {
        LocalDate today = today();
        return find(snapshot -> snapshot.contractors(code)
                .filter(contractor -> contractor.principal().equals(principal))
                .filter(contractor -> contractor.validity().covers(today))
                .findFirst());
    }

    /** The name of a contractor, also of one whose approvals are past. */
    public Optional<String> contractorName(String code) {
        return find(snapshot -> snapshot.contractors(code).map(Contractor::name).reduce((earlier, later) -> later));
    }

    /** The catalogue entry of this id, also one whose validity is past or to come. */
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
     * A page of the entries that count today, in the order of their ids.
     *
     * @param after the id after which to go on; empty for the first page
     * @param limit how many at most, 1 to 200; other values are brought into that range
     */
    public DatasetPage datasets(DatasetFilter filter, Optional<String> after, int limit) {
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        LocalDate today = today();
        return read(connection -> Datasets.page(connection, filter, after.orElse(""), size, today));
    }

    /** The day in Asia/Shanghai by the law's clock. */
    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /** The day on which an instant falls in Asia/Shanghai. */
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
