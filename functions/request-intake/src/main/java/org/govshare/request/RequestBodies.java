package org.govshare.request;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of this function's commands as OpenAPI shows them; the commands themselves are read field by field. */
final class RequestBodies {

    private RequestBodies() {}

    /** Data of {@code org.govshare.request.submitted.v1}. */
    @Schema(name = "SubmitRequest")
    record Submit(
            @Schema(required = true, description = "Id of the catalogue entry", example = "hebei-standard-addresses")
            String dataset,

            @Schema(
                    required = true,
                    description = "应用场景, application scenario (Decree 809 art. 20 para. 2, Hebei art. 15 para. 1)")
            String scenario,

            @Schema(name = "use-basis", description = "使用依据, basis of use (Decree 809 art. 20 para. 2)")
            String useBasis,

            @Schema(description = "共享方式, way of sharing (Decree 809 art. 20 para. 2)")
            String mode,

            @Schema(name = "use-until", description = "使用时限, time of use (Decree 809 art. 20 para. 2)")
            String useUntil,

            @Schema(description = "What the data will be used for")
            String purpose,

            @Schema(description = "使用范围, how much of it, and for whom (Decree 809 art. 20 para. 2)")
            String scope,

            @Schema(description = "Names of the data items wanted; all when absent")
            List<String> items) {}

    /** Data of {@code org.govshare.request.acted.v1}, less the request's id. */
    @Schema(name = "ActOnCase")
    record Action(
            @Schema(required = true, description = "One of the case's actions", example = "forward")
            String action,

            @Schema(description = "What the action must state, by field name")
            Map<String, String> fields) {}
}
