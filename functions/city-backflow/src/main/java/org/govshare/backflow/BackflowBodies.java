package org.govshare.backflow;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of this function's commands as OpenAPI shows them; the commands themselves are read field by field. */
final class BackflowBodies {

    private BackflowBodies() {}

    /** Data of {@code org.govshare.backflow.needed.v1}. */
    @Schema(name = "StateNeed")
    record Need(
            @Schema(required = true, description = "Six digits of the city", example = "130100")
            String city,

            @Schema(required = true, description = "Id of the catalogue entry", example = "hebei-communities")
            String dataset,

            @Schema(description = "Names of the data items needed; all when absent")
            List<String> fields) {}

    /** Data of {@code org.govshare.endpoint.registered.v1}. */
    @Schema(name = "RegisterEndpoint")
    record NewEndpoint(
            @Schema(required = true, description = "Six digits of the city", example = "130100")
            String city,

            @Schema(required = true, description = "Where batches are posted", example = "https://share.example.cn/in")
            String url,

            @Schema(
                    required = true,
                    description = "The signing key that you made: whsec_ followed by the base64 of 24 to 64 bytes")
            String secret) {}
}
