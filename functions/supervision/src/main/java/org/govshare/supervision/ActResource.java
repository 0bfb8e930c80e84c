package org.govshare.supervision;

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
import org.govshare.platform.problem.Problem;
import org.govshare.regulation.grammar.Procedure;

/**
 * Acts of organs over REST: each kind in the packs has its own path, for the commands that events also have, and for
 * reading.
 */
@Path("/acts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "acts", description = "机关处理: orders, circulars and what else packs let organs do about a breach")
public class ActResource {
    private final Commands commands;
    private final CaseViews views;
    private final LawBook law;

    ActResource(Commands commands, CaseViews views, LawBook law) {
        this.commands = commands;
        this.views = views;
        this.law = law;
    }

    @POST
    @Path("/{kind}")
    @Operation(summary = "Act about a breach, if the article lets your organ")
    @RequestBody(content = @Content(schema = @Schema(implementation = OrganActBodies.Give.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response give(@PathParam("kind") String kind, JsonNode data, @Context HttpHeaders headers) {
        check(kind);
        return commands.rest(GiveOrganAct.GIVEN, Commands.about(GiveOrganAct.KIND, kind, data), headers);
    }

    @POST
    @Path("/{kind}/{id}/actions")
    @Operation(summary = "Take one of the act's `actions`: report, accept, return, withdraw, …")
    @RequestBody(content = @Content(schema = @Schema(implementation = OrganActBodies.Action.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response act(
            @PathParam("kind") String kind, @PathParam("id") String id, JsonNode data, @Context HttpHeaders headers) {
        check(kind);
        JsonNode ofKind = Commands.about(GiveOrganAct.KIND, kind, data);
        return commands.rest(ActOnOrganAct.ACTED, Commands.about(ActOnOrganAct.ACT, id, ofKind), headers);
    }

    @GET
    @Operation(summary = "List the acts of all kinds that you gave or that are about you, newest first")
    public CasePage all(@BeanParam CaseListParameters parameters) {
        return views.list(kinds(), parameters);
    }

    @GET
    @Path("/{kind}")
    @Operation(summary = "List the acts of a kind that you gave or that are about you, newest first")
    public CasePage list(@PathParam("kind") String kind, @BeanParam CaseListParameters parameters) {
        check(kind);
        return views.list(Set.of(kind), parameters);
    }

    @InWantedLanguage
    @GET
    @Path("/{kind}/{id}")
    @Operation(summary = "Read one act with its clocks, its timeline and the actions that are possible now")
    public CaseView read(@PathParam("kind") String kind, @PathParam("id") String id, @Context HttpHeaders headers) {
        check(kind);
        return views.read(Set.of(kind), id, headers);
    }

    private void check(String kind) {
        if (!kinds().contains(kind)) {
            throw Problem.notFound().asException();
        }
    }

    private Set<String> kinds() {
        return law.kindsRunAs(Procedure.ORGAN_ACT);
    }
}
