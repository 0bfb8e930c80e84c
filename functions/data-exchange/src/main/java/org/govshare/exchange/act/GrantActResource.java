package org.govshare.exchange.act;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.view.CaseListParameters;
import org.govshare.casework.view.CasePage;
import org.govshare.casework.view.CaseView;
import org.govshare.casework.view.CaseViews;
import org.govshare.commands.Commands;
import org.govshare.platform.language.InWantedLanguage;
import org.govshare.regulation.grammar.Procedure;

/** Procedures about grants over REST: the same commands as events, and what the parties read. */
@Path("/grant-acts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "grant-acts", description = "授权后的处理: suspension, change or end, disposal and wider use of what was granted")
public class GrantActResource {
    private final Commands commands;
    private final CaseViews views;
    private final LawBook law;

    GrantActResource(Commands commands, CaseViews views, LawBook law) {
        this.commands = commands;
        this.views = views;
        this.law = law;
    }

    @POST
    @Operation(summary = "Open a procedure about a grant, if the law of the day lets your agency")
    @RequestBody(content = @Content(schema = @Schema(implementation = GrantActBodies.Open.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response open(JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(OpenGrantAct.TYPE, data, headers);
    }

    @POST
    @Path("/{id}/actions")
    @Operation(summary = "Take one of its `actions`: report, resume, end, consent, withdraw, …")
    @RequestBody(content = @Content(schema = @Schema(implementation = GrantActBodies.Action.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response act(@PathParam("id") String id, JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(ActOnGrantAct.TYPE, Commands.about(ActOnGrantAct.CASE, id, data), headers);
    }

    @GET
    @Operation(summary = "List the procedures about grants that you may see, newest first")
    public CasePage list(@BeanParam CaseListParameters parameters) {
        return views.list(law.kindsRunAs(Procedure.GRANT_ACT), parameters);
    }

    @InWantedLanguage
    @GET
    @Path("/{id}")
    @Operation(summary = "Read one with its clocks, its timeline and what may be done now; `about` is the grant's case")
    public CaseView read(@PathParam("id") String id, @Context HttpHeaders headers) {
        return views.read(law.kindsRunAs(Procedure.GRANT_ACT), id, headers);
    }
}
