package org.govshare.casework.notice;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.PageLimit;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.QueryValue;
import org.govshare.platform.problem.Violation;

/** The query parameters of a list of notices, read strictly. */
@RegisterForReflection
public class NoticeParameters {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;

    @QueryParam("kind")
    @Parameter(
            description = "Only notices of this kind",
            schema = @Schema(enumeration = {"reminder", "proposal", "order", "circular", "withdrawal"}))
    String kind;

    @QueryParam("case")
    @Parameter(description = "Only notices about this case")
    String caseId;

    @QueryParam("after")
    @Parameter(description = "`next` of an earlier answer; `0-0` reads all from the first. Without it: the newest")
    String after;

    @QueryParam("limit")
    @Parameter(description = "1 to 500", schema = @Schema(defaultValue = "50"))
    String limit;

    NoticeFilter filter() {
        List<Violation> violations = new ArrayList<>();
        Optional<NoticeKind> wanted = QueryValue.of(
                violations,
                "kind",
                kind,
                NoticeKind::of,
                "必须是 reminder、proposal、order、circular 或 withdrawal",
                "must be reminder, proposal, order, circular or withdrawal");
        Optional<UUID> about =
                QueryValue.of(violations, "case", caseId, Fields::parseUuid, "必须是 UUID", "must be a UUID");
        Optional<NoticePlace> place = QueryValue.of(
                violations,
                "after",
                after,
                NoticePlace::parse,
                "不是此前答复给出的位置",
                "is not a place that an earlier answer named");
        if (!violations.isEmpty()) {
            throw Problem.fields(violations).asException();
        }
        Set<NoticeKind> kinds = wanted.map(EnumSet::of).orElseGet(() -> EnumSet.allOf(NoticeKind.class));
        return new NoticeFilter(kinds, about, place, PageLimit.of(limit, DEFAULT_LIMIT, MOST));
    }
}
