package org.govshare.casework.audit;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.casework.audit.AuditExport.Position;
import org.govshare.casework.messages.CaseworkMessages;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.CallerProducer;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.query.Query;
import org.govshare.platform.time.LawTime;
import org.govshare.registry.Registry;

/**
 * The trail, page by page, for auditors. An auditor of an authority, a government or an audit body reads that of its region; an
 * auditor of any other agency reads that of the agency's own cases and acts. Each reading makes an entry too.
 */
@Path("/audit/entries")
@Tag(name = "audit", description = "留痕")
public class AuditResource {
    static final String NDJSON = "application/x-ndjson";

    private final DataSource database;
    private final Trail trail;
    private final CallerProducer callers;
    private final Registry registry;
    private final Clock law;
    private final Query query;

    AuditResource(
            DataSource database,
            Trail trail,
            CallerProducer callers,
            Registry registry,
            @LawTime Clock law,
            Query query) {
        this.database = database;
        this.trail = trail;
        this.callers = callers;
        this.registry = registry;
        this.law = law;
        this.query = query;
    }

    @GET
    @Produces(NDJSON)
    @Transactional
    @Operation(
            summary = "Read the trail (auditors: their region's, or their own agency's): one JSON object a line, oldest"
                    + " first; the Link header leads to the next page")
    public Response read(@BeanParam AuditParameters parameters, @Context UriInfo uri) throws SQLException {
        Caller caller = callers.caller();
        if (!mayRead(caller)) {
            throw Problem.of(ProblemType.FORBIDDEN, CaseworkMessages.ONLY_AUDITORS)
                    .asException();
        }
        AuditFilter filter = parameters.filter(query);
        Optional<Position> after = parameters.after(query);
        int limit = parameters.limit(query);
        query.check();
        StringBuilder lines = new StringBuilder();
        Optional<Position> next;
        try (Connection connection = database.getConnection()) {
            next = AuditExport.read(
                    connection,
                    scope(caller),
                    filter,
                    after,
                    limit,
                    line -> lines.append(line).append('\n'));
        }
        enter(caller, filter, lines);
        Response.ResponseBuilder answer = Response.ok(lines.toString(), NDJSON + ";charset=UTF-8");
        next.ifPresent(position -> answer.link(
                uri.getRequestUriBuilder()
                        .replaceQueryParam("after", AuditParameters.cursor(position))
                        .build(),
                "next"));
        return answer.build();
    }

    private AuditScope scope(Caller caller) {
        return registry.oversees(caller.agency())
                ? new AuditScope.Territory(caller.agency())
                : new AuditScope.Own(registry.officesOf(caller.agency()));
    }

    private boolean mayRead(Caller caller) {
        return caller.has(Roles.AUDITOR)
                && !caller.agency().isEmpty()
                && registry.outOfOffice(caller.agency()).isEmpty();
    }

    private void enter(Caller caller, AuditFilter filter, StringBuilder lines) {
        Map<String, String> details = new HashMap<>(filter.asked());
        details.put(
                "entries", Long.toString(lines.chars().filter(c -> c == '\n').count()));
        trail.enter(TrailEntry.by(caller, Optional.empty(), law.instant(), "exported-trail", details)
                .about(filter.caseId()));
    }
}
