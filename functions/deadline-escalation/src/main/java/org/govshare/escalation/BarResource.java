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

/** Bars of project applications (取消申报资格) over REST: the same commands as events, and what organ and agency read. */
@Path("/bars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bars", description = "取消申报资格: bar an agency from applying for projects, as the article lets your organ")
public class BarResource {
    private final Commands commands;
    private final CaseViews views;

    BarResource(Commands commands, CaseViews views) {
        this.commands = commands;
        this.views = views;
    }

    @POST
    @Operation(summary = "Bar an agency from applying for projects, as the article lets your organ")
    @RequestBody(content = @Content(schema = @Schema(implementation = OrganActBodies.Give.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response give(JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(GiveOrganAct.BARRED, data, headers);
    }

    @POST
    @Path("/{id}/actions")
    @Operation(summary = "Lift the bar")
    @RequestBody(content = @Content(schema = @Schema(implementation = OrganActBodies.Action.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response act(@PathParam("id") String id, JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(ActOnOrganAct.BAR_ACTED, Commands.about(GiveOrganAct.BAR, id, data), headers);
    }

    @GET
    @Operation(summary = "List the bars you imposed or that are upon you, newest first")
    public CasePage list(@BeanParam CaseListParameters parameters) {
        return views.list(Set.of(GiveOrganAct.BAR), parameters);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read one bar with its timeline")
    public CaseView read(@PathParam("id") String id, @Context HttpHeaders headers) {
        return views.read(Set.of(GiveOrganAct.BAR), id, headers);
    }
}
