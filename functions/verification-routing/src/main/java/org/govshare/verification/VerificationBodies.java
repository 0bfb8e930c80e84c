package org.govshare.verification;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of this function's commands as OpenAPI shows them; the commands themselves are read field by field. */
final class VerificationBodies {

    private VerificationBodies() {}

    /** Data of {@code org.govshare.verification.raised.v1}. */
    @Schema(name = "RaiseVerification")
    record Raise(
            @Schema(required = true, description = "Id of the dataset", example = "hebei-communities")
            String dataset,

            @Schema(required = true, description = "Keys of the doubted records, 1 to 100")
            List<String> records,

            @Schema(required = true, description = "疑义: what is doubted and why")
            String doubt,

            @Schema(description = "Kind of procedure; `verification` when absent")
            String kind) {}

    /** One repaired record. */
    @Schema(name = "RecordRepair")
    record Change(
            @Schema(required = true) String key,

            @Schema(description = "GB/T 2260 code of six digits; not for a deletion")
            String region,

            @Schema(description = "The record's whole content; not for a deletion")
            Map<String, Object> payload,

            @Schema(description = "true when the record is to go")
            boolean deleted) {}

    /** Data of {@code org.govshare.verification.acted.v1}, less the verification's id. */
    @Schema(name = "ActOnVerification")
    record Action(
            @Schema(required = true, description = "One of the case's actions", example = "forward")
            String action,

            @Schema(description = "What the action must state, by field name")
            Map<String, String> fields,

            @Schema(description = "With a repair: the repaired records")
            List<Change> changes) {}
}
