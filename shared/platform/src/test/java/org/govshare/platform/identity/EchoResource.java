package org.govshare.platform.identity;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.govshare.platform.json.Fields;

/**
 * A resource for these tests only: everybody with a token may read it; callers that act for an agency may send it a
 * text.
 */
@Path("/echo")
@Produces(MediaType.APPLICATION_JSON)
public class EchoResource {
    private final CallerProducer callers;

    EchoResource(CallerProducer callers) {
        this.callers = callers;
    }

    @GET
    public Map<String, String> read() {
        callers.caller();
        return Map.of("text", "");
    }

    @POST
    public Map<String, String> act(JsonNode body) {
        callers.acting();
        Fields data = Fields.of(body);
        String text = data.text("text");
        data.check();
        return Map.of("text", text);
    }
}
