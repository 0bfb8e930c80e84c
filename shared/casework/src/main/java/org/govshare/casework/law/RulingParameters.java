package org.govshare.casework.law;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.procedure.Matter;
import org.govshare.regulation.procedure.ShareClass;

/** The query parameters that say which case is meant, read strictly. */
@RegisterForReflection
public class RulingParameters {
    private static final Pattern REGION = Pattern.compile("[1-9]\\d{5}");

    @QueryParam("region")
    @Parameter(description = "Where it is raised, six digits (GB/T 2260)", required = true, example = "430100")
    String region;

    @QueryParam("on")
    @Parameter(description = "The day on which it is raised; today when absent", example = "2026-01-05")
    String on;

    @QueryParam("kind")
    @Parameter(description = "Kind of procedure", required = true, example = "share-request")
    String kind;

    @QueryParam("shareClass")
    @Parameter(description = "Share class, where the kind has a procedure for each", example = "CONDITIONAL")
    String shareClass;

    /** What is asked about; refuses values that mean nothing. */
    Matter matter(LocalDate today) {
        List<Violation> violations = new ArrayList<>();
        Optional<LocalDate> day = day(violations);
        Optional<ShareClass> wanted = shareClass(violations);
        if (region == null) {
            violations.add(Violation.missing("region"));
        } else if (!REGION.matcher(region).matches()) {
            violations.add(Violation.invalid("region", "必须是六位行政区划代码", "must be a region code of six digits"));
        }
        if (kind == null) {
            violations.add(Violation.missing("kind"));
        }
        if (!violations.isEmpty()) {
            throw Problem.fields(violations).asException();
        }
        return new Matter(kind, wanted, region, day.orElse(today));
    }

    private Optional<LocalDate> day(List<Violation> violations) {
        try {
            return Optional.ofNullable(on).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            violations.add(Violation.invalid("on", "必须是 2026-01-05 这样的日期", "must be a day such as 2026-01-05"));
            return Optional.empty();
        }
    }

    private Optional<ShareClass> shareClass(List<Violation> violations) {
        Optional<ShareClass> found = Arrays.stream(ShareClass.values())
                .filter(value -> value.name().equals(shareClass))
                .findFirst();
        if (shareClass != null && found.isEmpty()) {
            violations.add(Violation.invalid(
                    "shareClass",
                    "必须是 UNCONDITIONAL、CONDITIONAL 或 WITHHELD",
                    "must be UNCONDITIONAL, CONDITIONAL or WITHHELD"));
        }
        return found;
    }
}
