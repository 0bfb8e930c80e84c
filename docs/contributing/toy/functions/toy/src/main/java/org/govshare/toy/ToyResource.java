package org.govshare.toy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The toys (玩具), of which there are none. */
@Path("/toys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "toys", description = "玩具: nothing, to show what a function needs")
public class ToyResource {
    public record Page(List<String> items) {}

    @GET
    @Operation(summary = "List no toys")
    public Page list() {
        return new Page(List.of());
    }
}
