package org.govshare.supervision;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of organs' commands as OpenAPI shows them; the commands themselves are read field by field. */
final class OrganActBodies {

    private OrganActBodies() {}

    /** Data of {@code org.govshare.act.given.v1}, without the act's kind. */
    @Schema(name = "GiveOrganAct")
    record Give(
            @Schema(name = "case", required = true, description = "Id of the case in which the breach is")
            String caseId,

            @Schema(
                    description = "Name of the late clock that shows the breach; if none, give `agency`",
                    example = "reply")
            String clock,

            @Schema(description = "The party that you found in breach, if no late clock shows the breach")
            String agency,

            @Schema(
                    required = true,
                    description =
                            "What the pack requires: `grounds`, a breach that the article lists; `finding`, what you found, if"
                                    + " no late clock shows it; `correct` or `text`; `by`, the last day for the"
                                    + " correction",
                    example = "{\"grounds\":\"other\",\"correct\":\"答复共享申请\",\"by\":\"2026-12-01\"}")
            Map<String, String> fields) {}

    /** Data of {@code org.govshare.act.acted.v1}, without the act's id and kind. */
    @Schema(name = "ActOnOrganAct")
    record Action(
            @Schema(required = true, description = "One of its actions", example = "report-correction")
            String action,

            @Schema(description = "What the action must state, by field name")
            Map<String, String> fields) {}
}
