package org.govshare.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.casework.command.Commands;
import org.govshare.casework.view.CaseFilter;
import org.govshare.casework.view.CaseList;
import org.govshare.casework.view.CaseListParameters;
import org.govshare.casework.view.CasePage;
import org.govshare.casework.view.CaseReader;
import org.govshare.casework.view.CaseView;
import org.govshare.platform.identity.CallerProducer;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Problem;

/** Requests for data (共享申请) over REST: the same commands as events, and what the parties read. */
@Path("/requests")
@Tag(name = "requests", description = "共享申请: from submission to grant, refusal or dispute")
public class RequestResource {
    private final Commands commands;
    private final CaseReader reader;
    private final CaseList list;
    private final CallerProducer callers;

    RequestResource(Commands commands, CaseReader reader, CaseList list, CallerProducer callers) {
        this.commands = commands;
        this.reader = reader;
        this.list = list;
        this.callers = callers;
    }

    @POST
    @Operation(summary = "Submit a request")
    @RequestBody(content = @Content(schema = @Schema(implementation = RequestBodies.Submit.class)))
    @Parameter(name = Commands.KEY, in = org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER)
    public Response submit(JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(SubmitRequest.TYPE, data, headers);
    }

    @POST
    @Path("/{id}/actions")
    @Operation(summary = "Act upon a request, as its `actions` allow")
    @RequestBody(content = @Content(schema = @Schema(implementation = RequestBodies.Action.class)))
    @Parameter(name = Commands.KEY, in = org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER)
    public Response act(@PathParam("id") String id, JsonNode data, @Context HttpHeaders headers) {
        ObjectNode command = JsonNodeFactory.instance.objectNode();
        Fields.of(data);
        data.properties().forEach(member -> command.set(member.getKey(), member.getValue()));
        command.put("request", id);
        return commands.rest(ActOnRequest.TYPE, command, headers);
    }

    @GET
    @Operation(summary = "List the requests you may see, newest first")
    public CasePage list(@jakarta.ws.rs.BeanParam CaseListParameters parameters) {
        CaseFilter filter = parameters.filter();
        return list.list(callers.caller(), SubmitRequest.KIND, filter, parameters.after(), parameters.limit());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read one request with its clocks, why they are due, its timeline and what may be done now")
    public CaseView read(@PathParam("id") String id, @HeaderParam("Accept-Language") Locale language) {
        return Fields.parseUuid(id)
                .flatMap(uuid -> reader.read(
                        callers.caller(), SubmitRequest.KIND, uuid, language == null ? Locale.ENGLISH : language))
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
