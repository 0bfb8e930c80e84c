package org.govshare.request;

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
import org.govshare.casework.law.LawBook;
import org.govshare.casework.view.CaseListParameters;
import org.govshare.casework.view.CasePage;
import org.govshare.casework.view.CaseView;
import org.govshare.casework.view.CaseViews;
import org.govshare.commands.Commands;
import org.govshare.platform.language.InWantedLanguage;

/** Requests for data (共享申请) over REST: the same commands as events, and what the parties read. */
@Path("/requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "requests", description = "共享申请: from submission to grant, refusal or dispute")
public class RequestResource {
    private final Commands commands;
    private final CaseViews views;
    private final LawBook law;

    RequestResource(Commands commands, CaseViews views, LawBook law) {
        this.commands = commands;
        this.views = views;
        this.law = law;
    }

    @POST
    @Operation(summary = "Submit a request for a dataset, saying what for")
    @RequestBody(content = @Content(schema = @Schema(implementation = RequestBodies.Submit.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response submit(JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(SubmitRequest.TYPE, data, headers);
    }

    @POST
    @Path("/{id}/actions")
    @Operation(summary = "Act upon a request, as its `actions` allow")
    @RequestBody(content = @Content(schema = @Schema(implementation = RequestBodies.Action.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response act(@PathParam("id") String id, JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(ActOnRequest.TYPE, Commands.about("request", id, data), headers);
    }

    @GET
    @Operation(summary = "List the requests you may see, newest first")
    public CasePage list(@BeanParam CaseListParameters parameters) {
        return views.list(kinds(), parameters);
    }

    @InWantedLanguage
    @GET
    @Path("/{id}")
    @Operation(summary = "Read one request with its clocks, why they are due, its timeline and what may be done now")
    public CaseView read(@PathParam("id") String id, @Context HttpHeaders headers) {
        return views.read(kinds(), id, headers);
    }

    private Set<String> kinds() {
        return law.kindsRunAs(ShareRequests.KIND);
    }
}
