package org.govshare.verification;

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

/** Verifications (校核) over REST: the same commands as events, and what the parties read. */
@Path("/verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "verifications", description = "校核: from a doubt about records to its clarification or repair")
public class VerificationResource {
    private final Commands commands;
    private final CaseViews views;
    private final LawBook law;

    VerificationResource(Commands commands, CaseViews views, LawBook law) {
        this.commands = commands;
        this.views = views;
        this.law = law;
    }

    @POST
    @Operation(summary = "Raise a doubt about records of a dataset that is shared with your agency")
    @RequestBody(content = @Content(schema = @Schema(implementation = VerificationBodies.Raise.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response raise(JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(RaiseVerification.TYPE, data, headers);
    }

    @POST
    @Path("/{id}/actions")
    @Operation(summary = "Act upon a verification, as its `actions` allow")
    @RequestBody(content = @Content(schema = @Schema(implementation = VerificationBodies.Action.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response act(@PathParam("id") String id, JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(ActOnVerification.TYPE, Commands.about("verification", id, data), headers);
    }

    @GET
    @Operation(summary = "List the verifications you may see, newest first")
    public CasePage list(@BeanParam CaseListParameters parameters) {
        return views.list(law.kindsRunAs(Verifications.KIND), parameters);
    }

    @InWantedLanguage
    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read one verification with its clocks, why they are due, its timeline and what may be done now")
    public CaseView read(@PathParam("id") String id, @Context HttpHeaders headers) {
        return views.read(law.kindsRunAs(Verifications.KIND), id, headers);
    }
}
