package org.govshare.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.query.PageCursor;
import org.govshare.platform.sql.Cells;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.platform.time.LawTime;
import org.govshare.registry.Registry;

/** Grants (授权): a case opens them, their grantees read pages of rows under them, and they are closed for ever. */
@ApplicationScoped
public class Grants {
    private static final String SELECT = """
            select id, case_id, dataset_id, grantee, purpose, scope, fields, opened_at, suspended_at, closed_at
            from data_grant
            """;

    /**
     * The condition under which a grant can be used at a moment of law: it is neither closed nor suspended. Only its
     * grantee may use it.
     */
    private static final String READABLE = """
            grantee = :grantee and (closed_at is null or closed_at > :law_now)
              and (suspended_at is null or suspended_at > :law_now)
            """;

    private final Database database;
    private final Registry registry;
    private final Provisions provisions;
    private final Trail trail;
    private final Clock law;

    Grants(Database database, Registry registry, Trail trail, @LawTime Clock law) {
        this.registry = registry;
        this.provisions = new Provisions(database, registry);
        this.database = database;
        this.trail = trail;
        this.law = law;
    }

    /**
     * Opens a case's grant in the caller's transaction; a case that has one already keeps it unchanged.
     *
     * @param fields the members that may be read; empty means all
     * @param at the law's time
     * @return the case's grant
     */
    public DataGrant open(
            UUID caseId,
            String datasetId,
            String grantee,
            String purpose,
            String scope,
            List<String> fields,
            Instant at) {
        return database.call(connection -> {
            Sql.on(connection, """
                            insert into data_grant (id, case_id, dataset_id, grantee, purpose, scope, fields, opened_at)
                            values (:id, :case_id, :dataset, :grantee, :purpose, :scope, nullif(:fields, '{}'), :law_now)
                            on conflict (case_id) do nothing""")
                    .bind("id", UUID.randomUUID())
                    .bind("case_id", caseId)
                    .bind("dataset", datasetId)
                    .bind("grantee", grantee)
                    .bind("purpose", purpose)
                    .bind("scope", scope)
                    .bind("fields", fields.toArray(String[]::new))
                    .bind("law_now", at)
                    .update();
            return Sql.on(connection, SELECT + "where case_id = :case_id")
                    .bind("case_id", caseId)
                    .one(Grants::grant);
        });
    }

    /**
     * Suspends a case's grant until each case that suspended it has resumed it; a grant that is suspended already keeps its
     * moment, which is not before its opening, should law's time have been set back.
     *
     * @param by the case that suspends it: the same, or one about the grant
     */
    public void suspend(UUID caseId, UUID by, Instant at) {
        database.call(connection -> Sql.on(connection, """
                        update data_grant set suspended_at = coalesce(suspended_at, greatest(:law_now, opened_at)),
                          suspended_by = array_append(suspended_by, :by)
                        where case_id = :case_id and (suspended_by is null or :by <> all (suspended_by))""")
                .bind("law_now", at)
                .bind("by", by)
                .bind("case_id", caseId)
                .update());
    }

    /** Takes back one case's suspension of a case's grant, which is resumed if no other case suspends it. */
    public void resume(UUID caseId, UUID by) {
        database.call(connection ->
                Sql.on(connection, """
                        update data_grant set suspended_by = nullif(array_remove(suspended_by, :by), '{}'),
                          suspended_at = case when array_remove(suspended_by, :by) <> '{}' then suspended_at end
                        where case_id = :case_id""").bind("by", by).bind("case_id", caseId).update());
    }

    /**
     * Gives a case's grant another purpose, another scope and other items in the caller's transaction.
     *
     * @param fields the members that may be read; empty means all
     * @return the grant as it is now
     */
    public DataGrant widen(UUID caseId, String purpose, String scope, List<String> fields) {
        return database.call(connection -> {
            Sql.on(connection, """
                            update data_grant set purpose = :purpose, scope = :scope, fields = nullif(:fields, '{}')
                            where case_id = :case_id""")
                    .bind("purpose", purpose)
                    .bind("scope", scope)
                    .bind("fields", fields.toArray(String[]::new))
                    .bind("case_id", caseId)
                    .update();
            return Sql.on(connection, SELECT + "where case_id = :case_id")
                    .bind("case_id", caseId)
                    .one(Grants::grant);
        });
    }

    /** The grant of a case, locked until the end of the caller's transaction. */
    public Optional<DataGrant> lock(UUID caseId) {
        return database.call(connection -> Sql.on(connection, SELECT + "where case_id = :case_id for update")
                .bind("case_id", caseId)
                .first(Grants::grant));
    }

    /**
     * Closes a case's grant, at its opening at the earliest, should law's time have been set back; a grant that is closed
     * already keeps its moment.
     */
    public void close(UUID caseId, Instant at) {
        database.call(connection -> Sql.on(connection, """
                        update data_grant set closed_at = greatest(:law_now, opened_at) where case_id = :case_id and closed_at is null""")
                .bind("law_now", at)
                .bind("case_id", caseId)
                .update());
    }

    public Optional<DataGrant> find(UUID id) {
        return database.call(connection ->
                Sql.on(connection, SELECT + "where id = :id").bind("id", id).first(Grants::grant));
    }

    /**
     * A grant of the caller's agency, or of data of which that agency is the provider or its authority, open or not. Its
     * purpose and scope may name persons, so reading it makes an entry in the trail.
     */
    public Optional<DataGrant> read(Caller caller, UUID id) {
        return database.call(connection -> {
            Optional<DataGrant> found = find(id).filter(g ->
                    g.grantee().equals(caller.agency()) || provisions.concern(caller.agency(), g.datasetId()));
            found.ifPresent(grant -> trail.enter(
                    TrailEntry.by(caller, Optional.empty(), lawNow(), "read-grant", Map.of("grant", id.toString()))
                            .about(Optional.of(grant.caseId()))));
            return found;
        });
    }

    /**
     * The grants of an agency that are not closed, including suspended ones, newest first, after the cursor of an
     * earlier page.
     */
    public List<DataGrant> of(String grantee, Optional<PageCursor> after, int limit) {
        return page("grantee = cast(:grantee as char(18))", Map.of("grantee", grantee), after, limit);
    }

    /**
     * The grants, not closed, of data whose provider's office an agency holds, or of whose provider it is the authority; in
     * the order of {@link #of}.
     */
    public List<DataGrant> ofProvider(String agency, Optional<PageCursor> after, int limit) {
        return page(Provisions.CONDITION, provisions.values(agency), after, limit);
    }

    private List<DataGrant> page(String condition, Map<String, ?> values, Optional<PageCursor> after, int limit) {
        PageCursor cursor = after.orElse(PageCursor.NEWEST);
        return database.call(connection -> Sql.on(connection, SELECT + "where " + condition + """
                         and closed_at is null
                          and opened_at <= :at and (opened_at < :at or id > :last)
                        order by opened_at desc, id limit :limit""")
                .bindAll(values)
                .bind("at", cursor.at())
                .bind("last", cursor.id())
                .bind("limit", limit)
                .list(Grants::grant));
    }

    /**
     * Whether the agency itself may read the dataset now; a successor does not have the grants of its predecessors
     * (decision 12).
     */
    public boolean isReadable(String agency, String datasetId) {
        Instant lawNow = lawNow();
        return inOffice(agency)
                && database.call(connection -> Sql.on(
                                connection, SELECT + "where dataset_id = :dataset and " + READABLE + "limit 1")
                        .bind("dataset", datasetId)
                        .bind("grantee", agency)
                        .bind("law_now", lawNow)
                        .any());
    }

    private boolean inOffice(String agency) {
        return registry.outOfOffice(agency).isEmpty();
    }

    /**
     * A page of the rows that the grantee may read; the reading makes an entry in the trail.
     *
     * @param afterKey the key before the first row; empty for the first page
     * @return empty if the caller is not of the grantee, the grantee is out of office, or the grant is closed or
     *     suspended: for these callers it does not exist
     */
    public Optional<RecordPage> page(Caller caller, UUID id, String afterKey, int limit) {
        return database.call(connection -> {
            Instant lawNow = lawNow();
            Optional<DataGrant> readable = Sql.on(connection, SELECT + "where id = :id and " + READABLE)
                    .bind("id", id)
                    .bind("grantee", caller.agency())
                    .bind("law_now", lawNow)
                    .first(Grants::grant);
            if (readable.isEmpty() || !inOffice(caller.agency())) {
                return Optional.empty();
            }
            DataGrant grant = readable.get();
            String[] fields = grant.fields().isEmpty() ? null : grant.fields().toArray(String[]::new);
            RecordPage page = Records.read(connection, grant.datasetId(), fields, Optional.empty(), afterKey, limit);
            Map<String, String> details = Map.of(
                    "grant", id.toString(),
                    "dataset", grant.datasetId(),
                    "rows", Integer.toString(page.rows().size()));
            trail.enter(TrailEntry.by(caller, Optional.empty(), lawNow, "read-records", details)
                    .about(Optional.of(grant.caseId())));
            return Optional.of(page);
        });
    }

    private Instant lawNow() {
        return law.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether the agency provides the dataset, or is the authority of the level of who does. */
    public boolean concern(String agency, String datasetId) {
        return provisions.concern(agency, datasetId);
    }

    private static DataGrant grant(ResultSet row) throws SQLException {
        return new DataGrant(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("dataset_id"),
                row.getString("grantee"),
                row.getString("purpose"),
                row.getString("scope"),
                Cells.texts(row, "fields"),
                Cells.instant(row, "opened_at"),
                Cells.maybeInstant(row, "suspended_at"),
                Cells.maybeInstant(row, "closed_at"));
    }
}
