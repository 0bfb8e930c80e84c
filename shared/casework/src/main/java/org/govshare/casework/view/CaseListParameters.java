package org.govshare.casework.view;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.govshare.platform.problem.PageLimit;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;

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

    /** What to narrow the list to; refuses values that mean nothing. */
    public CaseFilter filter() {
        List<Violation> violations = new ArrayList<>();
        Optional<Boolean> closed = oneOf(violations, "state", state, "closed", "open");
        Optional<Boolean> late = oneOf(violations, "overdue", overdue, "true", "false");
        if (!violations.isEmpty()) {
            throw Problem.fields(violations).asException();
        }
        return new CaseFilter(closed, Optional.ofNullable(dataset), Optional.ofNullable(party), late);
    }

    /** How many rows a page has. */
    public int limit() {
        return PageLimit.of(limit, DEFAULT_LIMIT, MOST);
    }

    public Optional<String> after() {
        return Optional.ofNullable(after);
    }

    private static Optional<Boolean> oneOf(
            List<Violation> violations, String name, String value, String yes, String no) {
        if (value == null) {
            return Optional.empty();
        }
        if (!value.equals(yes) && !value.equals(no)) {
            violations.add(Violation.invalid(name, "必须是 " + yes + " 或 " + no, "must be " + yes + " or " + no));
        }
        return Optional.of(value.equals(yes));
    }
}
