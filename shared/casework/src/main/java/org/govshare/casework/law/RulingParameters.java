package org.govshare.casework.law;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.govshare.platform.query.Query;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.pack.Matter;

/** The query parameters that say which case is meant, read strictly. */
@RegisterForReflection
public class RulingParameters {
    private static final Pattern REGION = Pattern.compile("[1-9]\\d{5}");
    private static final int DATE_LENGTH = 10;

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

    /**
     * What is asked about; refuses a query that means nothing.
     *
     * @param kinds all kinds of procedure that the packs know
     */
    Matter matter(Query query, LocalDate today, Set<String> kinds) {
        Optional<String> place = query.required(
                "region",
                region,
                code -> Optional.of(code).filter(REGION.asMatchPredicate()),
                "必须是六位行政区划代码，如 130100",
                "must be a region code of six digits such as 130100");
        Optional<LocalDate> day = query.value(
                "on",
                on,
                RulingParameters::day,
                "必须是 YYYY-MM-DD 形式的日期，如 2026-01-05",
                "must be a date in the form YYYY-MM-DD such as 2026-01-05");
        Optional<String> procedure = query.required(
                "kind",
                kind,
                name -> Optional.of(name).filter(kinds::contains),
                "必须是下列之一：" + String.join("、", kinds),
                "must be one of: " + String.join(", ", kinds));
        Optional<ShareClass> wanted = query.value(
                "shareClass",
                shareClass,
                RulingParameters::shareClass,
                "必须是 UNCONDITIONAL、CONDITIONAL 或 WITHHELD",
                "must be UNCONDITIONAL, CONDITIONAL or WITHHELD");
        query.check();
        return new Matter(procedure.orElseThrow(), wanted, place.orElseThrow(), day.orElse(today));
    }

    /** A date with a year of four digits. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> text.length() == DATE_LENGTH);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<ShareClass> shareClass(String name) {
        return Arrays.stream(ShareClass.values())
                .filter(value -> value.name().equals(name))
                .findFirst();
    }
}
