package org.govshare.commands;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.govshare.platform.event.CloudEventsIn;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.CallerProducer;
import org.govshare.platform.language.Languages;
import org.govshare.platform.problem.ProblemBody;
import org.govshare.platform.rate.SenderRate;

/** The entrance for platforms that post commands as CloudEvents: binary, structured or batch; the answer is the outcome. */
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {
    private final CloudEventsIn events;
    private final CommandPath path;
    private final CallerProducer callers;
    private final SenderRate rate;

    EventsResource(CloudEventsIn events, CommandPath path, CallerProducer callers, SenderRate rate) {
        this.events = events;
        this.path = path;
        this.callers = callers;
        this.rate = rate;
    }

    /** One event's outcome in the answer to a batch. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventResult(String id, int status, JsonNode result, ProblemBody problem) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Post commands as CloudEvents 1.0",
            description = "The answer to a binary or structured event is its outcome. A batch is one transaction; its"
                    + " answer has one outcome per event, none if it is empty. Pointers are those of the JSON"
                    + " format, /data/dataset or /type, in binary mode too. If a fault makes a whole batch invalid,"
                    + " the pointer begins with the event's index: /1/type.")
    @APIResponse(responseCode = "201", description = "The command was carried out and created an object")
    @APIResponse(responseCode = "422", description = "Refused because of a field or a rule; nothing was changed")
    public Response post(@Context HttpHeaders headers, byte[] body) {
        List<CommandEvent> commands =
                events.read(headers.getRequestHeaders(), body == null ? new byte[0] : body, path::faultOfType);
        Caller caller = callers.caller();
        if (commands.isEmpty()) {
            return Response.ok(List.of(), MediaType.APPLICATION_JSON).build();
        }
        rate.owe(caller, commands.size() - 1);
        List<CommandResult> results = path.run(caller, commands);
        boolean batch = CloudEventsIn.isBatch(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        return batch ? batch(commands, results, headers) : Commands.answer(results.get(0), headers);
    }

    private static Response batch(List<CommandEvent> events, List<CommandResult> results, HttpHeaders headers) {
        List<EventResult> answers = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            String id = events.get(i).id();
            if (results.get(i) instanceof CommandResult.Accepted accepted) {
                answers.add(new EventResult(id, accepted.status(), accepted.body(), null));
            } else {
                var problem = ((CommandResult.Refused) results.get(i)).problem();
                var body = ProblemBody.of(problem, Languages.wanted(headers));
                answers.add(new EventResult(id, body.status(), null, body));
            }
        }
        return Response.ok(answers, MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        Languages.wanted(headers).get(0).getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
