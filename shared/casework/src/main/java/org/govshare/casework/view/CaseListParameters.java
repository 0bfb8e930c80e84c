package org.govshare.casework.view;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.govshare.casework.messages.CaseworkMessages;
import org.govshare.platform.query.PageCursor;
import org.govshare.platform.query.Query;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;

/** The query parameters of a list of cases, read strictly. */
@RegisterForReflection
public class CaseListParameters {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 200;

    @QueryParam("state")
    @Parameter(description = "Only open or only closed cases", schema = @Schema(enumeration = {"open", "closed"}))
    String state;

    @QueryParam("dataset")
    @Parameter(description = "Only cases about this dataset")
    String dataset;

    @QueryParam("party")
    @Parameter(description = "Only cases in which your agency is this party", example = "provider")
    String party;

    @QueryParam("overdue")
    @Parameter(description = "Only cases with (true) or without (false) an overdue duty")
    String overdue;

    @QueryParam("limit")
    @Parameter(description = "1 to 200", schema = @Schema(defaultValue = "20"))
    String limit;

    @QueryParam("after")
    @Parameter(description = "`next` of the page before")
    String after;

    /**
     * What to narrow the list to.
     *
     * @param parties that cases of the list can have
     */
    CaseFilter filter(Query query, Set<String> parties, Registry registry) {
        return new CaseFilter(
                oneOf(query, "state", state, "closed", "open"),
                query.value(
                        "dataset",
                        dataset,
                        id -> registry.dataset(id).map(Dataset::id),
                        CaseworkMessages.MUST_BE_DATASET),
                query.value(
                        "party",
                        party,
                        name -> Optional.of(name).filter(parties::contains),
                        CaseworkMessages.mustBePartyName(parties)),
                oneOf(query, "overdue", overdue, "true", "false"));
    }

    /** How many rows a page has. */
    int limit(Query query) {
        return query.limit(limit, DEFAULT_LIMIT, MOST);
    }

    Optional<PageCursor> after(Query query) {
        return query.after(after, PageCursor::parse);
    }

    private static Optional<Boolean> oneOf(Query query, String name, String value, String yes, String no) {
        return query.value(
                name,
                value,
                given -> Optional.of(given.equals(yes)).filter(is -> is || given.equals(no)),
                CaseworkMessages.mustBeEither(yes, no));
    }
}
