package org.govshare.exchange.act;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of commands about grants as OpenAPI shows them; the commands themselves are read field by field. */
final class GrantActBodies {

    private GrantActBodies() {}

    /** Data of {@code org.govshare.grant-act.opened.v1}. */
    @Schema(name = "OpenGrantAct")
    record Open(
            @Schema(required = true, description = "Id of the grant")
            String grant,

            @Schema(required = true, description = "Kind of procedure", example = "suspension")
            String kind,

            @Schema(
                    description = "What the pack requires or allows when it is opened, by field name",
                    example = "{\"misuse\":\"third-party\",\"finding\":\"转让第三方\",\"until\":\"2026-12-01\"}")
            Map<String, String> fields) {}

    /** Data of {@code org.govshare.grant-act.acted.v1}, without the id. */
    @Schema(name = "ActOnGrantAct")
    record Action(
            @Schema(required = true, description = "One of its actions", example = "report-correction")
            String action,

            @Schema(description = "What the action must state, by field name")
            Map<String, String> fields) {}
}
