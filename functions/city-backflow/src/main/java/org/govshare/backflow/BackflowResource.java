package org.govshare.backflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.govshare.commands.Commands;
import org.govshare.delivery.Endpoint;
import org.govshare.delivery.Endpoints;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.CallerProducer;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.query.Query;

/** Back-flow (回流) over REST: a city's needs, its endpoints, and the state of its streams. */
@Path("/backflow")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "back-flow", description = "回流: records back to each city's platform")
public class BackflowResource {
    private static final int MOST_ENDPOINTS = 20;
    private static final int DEFAULT_STREAMS = 50;
    private static final int MOST_STREAMS = 200;

    private final Commands commands;
    private final CallerProducer callers;
    private final CityAccess access;
    private final Activation activation;
    private final Endpoints endpoints;
    private final StreamList streams;
    private final Query query;

    BackflowResource(
            Commands commands,
            CallerProducer callers,
            CityAccess access,
            Activation activation,
            Endpoints endpoints,
            StreamList streams,
            Query query) {
        this.commands = commands;
        this.callers = callers;
        this.access = access;
        this.activation = activation;
        this.endpoints = endpoints;
        this.streams = streams;
        this.query = query;
    }

    /** Streams by city and dataset; {@code next} is the value of {@code after} for the following page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StreamItems(List<StreamView> items, String next) {}

    /** Endpoints of the cities that the caller may see, each city's newest first. */
    public record EndpointItems(List<EndpointView> items) {}

    @POST
    @Path("/needs")
    @Operation(summary = "State which dataset your city needs for its own territory (Hebei art. 22 para. 3)")
    @RequestBody(content = @Content(schema = @Schema(implementation = BackflowBodies.Need.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response need(JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(StateNeed.TYPE, data, headers);
    }

    /**
     * Answers with the outcome of the command. Reading the endpoint shows whether it answered the ping that follows.
     */
    @POST
    @Path("/endpoints")
    @Operation(
            summary = "Register the endpoint for your city's deliveries; a signed ping follows, and the endpoint's own"
                    + " path shows its outcome")
    @RequestBody(content = @Content(schema = @Schema(implementation = BackflowBodies.NewEndpoint.class)))
    @Parameter(name = Commands.KEY, in = ParameterIn.HEADER, required = true)
    public Response register(JsonNode data, @Context HttpHeaders headers) {
        Response answer = commands.rest(RegisterEndpoint.TYPE, data, headers);
        if (answer.getEntity() instanceof JsonNode accepted) {
            activation.pingSoon(UUID.fromString(accepted.path("id").asText()));
        }
        return answer;
    }

    @GET
    @Path("/endpoints")
    @Operation(summary = "List the endpoints of the cities that you may see")
    public EndpointItems endpoints() {
        return new EndpointItems(access.visible(callers.caller()).stream()
                .flatMap(city -> endpoints.of(city, MOST_ENDPOINTS).stream())
                .map(EndpointView::of)
                .toList());
    }

    @GET
    @Path("/endpoints/{id}")
    @Operation(summary = "Read one endpoint")
    public EndpointView endpoint(@PathParam("id") String id) {
        Caller caller = callers.caller();
        Optional<Endpoint> found = Fields.parseUuid(id).flatMap(endpoints::find);
        return found.filter(e -> access.visible(caller).contains(e.city()))
                .map(EndpointView::of)
                .orElseThrow(() -> Problem.notFound().asException());
    }

    @GET
    @Path("/streams")
    @Operation(summary = "List the streams that you may see: cursor, waiting changes, failures")
    public StreamItems streams(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        int rows = query.limit(limit, DEFAULT_STREAMS, MOST_STREAMS);
        StreamKey cursor = query.after(after, StreamKey::parse).orElse(StreamKey.FIRST);
        query.check();
        List<StreamView> found = streams.page(access.visible(callers.caller()), cursor, rows + 1);
        if (found.size() <= rows) {
            return new StreamItems(found, null);
        }
        StreamView last = found.get(rows - 1);
        return new StreamItems(found.subList(0, rows), new StreamKey(last.city(), last.dataset()).subject());
    }

    @GET
    @Path("/streams/{city}/{dataset}")
    @Operation(summary = "Read one stream with the numbers of its records")
    public StreamView stream(@PathParam("city") String city, @PathParam("dataset") String dataset) {
        return StreamKey.parse(city + "/" + dataset)
                .filter(stream -> access.visible(callers.caller()).contains(city))
                .flatMap(streams::find)
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
