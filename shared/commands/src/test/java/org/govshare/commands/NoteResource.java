package org.govshare.commands;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The command {@link Note} over REST, and something to read for those with a token. */
@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {
    private final Commands commands;

    NoteResource(Commands commands) {
        this.commands = commands;
    }

    @POST
    public Response note(JsonNode data, @Context HttpHeaders headers) {
        return commands.rest(Note.TYPE, data, headers);
    }

    @GET
    public Map<String, List<String>> list() {
        return Map.of("items", List.of());
    }
}
