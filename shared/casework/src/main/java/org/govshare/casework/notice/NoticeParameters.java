package org.govshare.casework.notice;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.govshare.casework.messages.CaseworkMessages;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.json.Fields;
import org.govshare.platform.query.Query;

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

    /** What to narrow the list to; refuses a query that means nothing. */
    NoticeFilter filter(Query query) {
        Optional<NoticeKind> wanted = query.value("kind", kind, NoticeKind::of, CaseworkMessages.MUST_BE_NOTICE_KIND);
        Optional<UUID> about = query.value("case", caseId, Fields::parseUuid, PlatformMessages.MUST_BE_UUID);
        Optional<NoticeCursor> cursor = query.after(after, NoticeCursor::parse);
        int most = query.limit(limit, DEFAULT_LIMIT, MOST);
        query.check();
        Set<NoticeKind> kinds = wanted.map(EnumSet::of).orElseGet(() -> EnumSet.allOf(NoticeKind.class));
        return new NoticeFilter(kinds, about, cursor, most);
    }
}
