package org.govshare.escalation;

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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.casework.command.Commands;
import org.govshare.casework.view.CaseListParameters;
import org.govshare.casework.view.CasePage;
import org.govshare.casework.view.CaseView;
import org.govshare.casework.view.CaseViews;

/** Orders to correct (责令改正) over REST: the same commands as events, and what organ and agency read. */
@Path("/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "corrections", description = "责令改正: order an agency to correct a breach, as the article lets your organ")
public class CorrectionResource {
    private final Commands commands;
    private final CaseViews views;

    CorrectionResource(Commands commands, CaseViews views) {
        this.commands = commands;
        this.views = views;
    }

    @POST
    @Operation(summary = "Order an agency to correct a breach, as the article lets your organ")
    @RequestBody(content = @Content(schema = @Schema(implementation = OrganActBodies.Give.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response give(JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(GiveOrganAct.ORDERED, data, headers);
    }

    @POST
    @Path("/{id}/actions")
    @Operation(summary = "Report the correction, accept or return it, withdraw the order")
    @RequestBody(content = @Content(schema = @Schema(implementation = OrganActBodies.Action.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response act(@PathParam("id") String id, JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(
                ActOnOrganAct.CORRECTION_ACTED, Commands.about(GiveOrganAct.CORRECTION, id, data), headers);
    }

    @GET
    @Operation(summary = "List the orders you gave or were given, newest first")
    public CasePage list(@BeanParam CaseListParameters parameters) {
        return views.list(Set.of(GiveOrganAct.CORRECTION), parameters);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read one order with the clock of its date, its timeline and what may be done now")
    public CaseView read(@PathParam("id") String id, @Context HttpHeaders headers) {
        return views.read(Set.of(GiveOrganAct.CORRECTION), id, headers);
    }
}
