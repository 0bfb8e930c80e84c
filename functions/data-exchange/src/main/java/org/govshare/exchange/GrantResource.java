package org.govshare.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.CallerProducer;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.query.PageCursor;
import org.govshare.platform.query.Query;
import org.govshare.records.DataGrant;
import org.govshare.records.Grants;
import org.govshare.records.RecordPage;
import org.govshare.records.RecordRow;

/** Grants (授权) and the rows that their grantee may read under them. */
@Path("/grants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "grants", description = "授权: grants, and the rows that may be read under them, page by page")
public class GrantResource {
    private static final int DEFAULT_PAGE = 500;
    private static final int LARGEST_PAGE = 5000;
    private static final int DEFAULT_GRANTS = 50;
    private static final int MOST_GRANTS = 200;
    private static final String PROVIDER = "provider";

    private final Grants grants;
    private final CallerProducer callers;
    private final Query query;

    GrantResource(Grants grants, CallerProducer callers, Query query) {
        this.grants = grants;
        this.callers = callers;
        this.query = query;
    }

    /** Grants of the caller's agency, or of data that it provides, that are not closed, newest first; {@code next} is the value of {@code after} for the following page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GrantList(List<GrantLine> items, String next) {}

    /** A grant without its purpose and scope, because these may name persons. */
    public record GrantLine(
            UUID id,
            UUID caseId,
            String datasetId,
            String grantee,
            List<String> fields,
            Instant openedAt,
            Optional<Instant> suspendedAt) {

        static GrantLine of(DataGrant grant) {
            return new GrantLine(
                    grant.id(),
                    grant.caseId(),
                    grant.datasetId(),
                    grant.grantee(),
                    grant.fields(),
                    grant.openedAt(),
                    grant.suspendedAt());
        }
    }

    /**
     * Rows in the order of their keys; fewer than {@code limit} if they are large. {@code next} is the value of {@code
     * after} for the following page.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rows(List<RecordRow> items, String next) {}

    @GET
    @Operation(
            summary =
                    "List your agency's grants that are not closed, newest first; with `of=provider`, those of data that your"
                            + " agency provides, or that agencies of its level provide if it is their authority")
    public GrantList list(
            @QueryParam("of") String of, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        int rows = query.limit(limit, DEFAULT_GRANTS, MOST_GRANTS);
        Optional<PageCursor> cursor = query.after(after, PageCursor::parse);
        boolean provided = query.value("of", of, GrantResource::side, ExchangeMessages.MUST_BE_SIDE)
                .filter(PROVIDER::equals)
                .isPresent();
        query.check();
        String agency = callers.acting().agency();
        List<DataGrant> found =
                provided ? grants.ofProvider(agency, cursor, rows + 1) : grants.of(agency, cursor, rows + 1);
        if (found.size() <= rows) {
            return new GrantList(lines(found), null);
        }
        DataGrant last = found.get(rows - 1);
        return new GrantList(lines(found.subList(0, rows)), new PageCursor(last.openedAt(), last.id()).toString());
    }

    private static Optional<String> side(String given) {
        return Optional.of(given).filter(Set.of("grantee", PROVIDER)::contains);
    }

    private static List<GrantLine> lines(List<DataGrant> grants) {
        return grants.stream().map(GrantLine::of).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary =
                    "Read one of your agency's grants, or of data that it provides or oversees, with its purpose and scope;"
                            + " the reading makes an entry in the trail")
    public DataGrant read(@PathParam("id") String id) {
        Caller caller = callers.acting();
        return Fields.parseUuid(id)
                .flatMap(grant -> grants.read(caller, grant))
                .orElseThrow(() -> Problem.notFound().asException());
    }

    @GET
    @Path("/{id}/records")
    @Operation(summary = "Read the rows of the granted dataset, page by page; each page makes an entry in the trail")
    public Rows records(
            @PathParam("id") String id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        int rows = query.limit(limit, DEFAULT_PAGE, LARGEST_PAGE);
        query.check();
        Caller caller = callers.acting();
        Optional<UUID> grant = Fields.parseUuid(id);
        RecordPage page = grant.flatMap(g -> grants.page(caller, g, after == null ? "" : after, rows))
                .orElseThrow(() -> Problem.notFound().asException());
        return new Rows(page.rows(), page.next().orElse(null));
    }
}
