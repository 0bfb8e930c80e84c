package org.govshare.casework.law;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.govshare.casework.messages.CaseworkMessages;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.query.Query;
import org.govshare.registry.RegistryMessages;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.Body;
import org.govshare.regulation.grammar.BoundKind;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.pack.Matter;

/** The query parameters that say which case is meant, read strictly. */
@RegisterForReflection
public class RulingParameters {
    private static final Pattern REGION = Pattern.compile("[1-9]\\d{5}|000000");
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

    @QueryParam("requesterBody")
    @Parameter(
            description = "What kind of body asks; a government department when absent",
            example = "stationed-agency")
    String requesterBody;

    @QueryParam("providerRegion")
    @Parameter(
            description = "The jurisdiction of the agency whose data is wanted; the same when absent",
            example = "000000")
    String providerRegion;

    @QueryParam("providerBody")
    @Parameter(description = "What kind of body provides; a government department when absent")
    String providerBody;

    /**
     * What is asked about; refuses a query that means nothing.
     *
     * @param kinds all kinds of procedure that the packs know
     */
    Matter matter(Query query, LocalDate today, Set<String> kinds) {
        Optional<String> jurisdiction = query.required(
                "region",
                region,
                code -> Optional.of(code).filter(REGION.asMatchPredicate()),
                CaseworkMessages.MUST_BE_REGION);
        Optional<LocalDate> day = query.value("on", on, RulingParameters::day, CaseworkMessages.MUST_BE_DATE);
        Optional<String> procedure = query.required(
                "kind", kind, name -> Optional.of(name).filter(kinds::contains), PlatformMessages.oneOf(kinds));
        Optional<ShareClass> wanted = query.value(
                "shareClass", shareClass, RulingParameters::shareClass, RegistryMessages.MUST_BE_SHARE_CLASS);
        Optional<String> other = query.value(
                "providerRegion",
                providerRegion,
                code -> Optional.of(code).filter(REGION.asMatchPredicate()),
                CaseworkMessages.MUST_BE_REGION);
        Optional<BoundKind> asks = body(query, "requesterBody", requesterBody);
        Optional<BoundKind> provides = body(query, "providerBody", providerBody);
        query.check();
        List<Body> parties = new ArrayList<>(List.of(new Body(jurisdiction.orElseThrow(), kind(asks))));
        if (other.isPresent() || provides.isPresent()) {
            parties.add(new Body(other.or(() -> jurisdiction).orElseThrow(), kind(provides)));
        }
        return new Matter(procedure.orElseThrow(), wanted, parties, day.orElse(today));
    }

    private static Optional<BoundKind> body(Query query, String name, String value) {
        List<String> known = Arrays.stream(BoundKind.values()).map(Doc::nameOf).toList();
        return query.value(
                name,
                value,
                text -> Arrays.stream(BoundKind.values())
                        .filter(kind -> Doc.nameOf(kind).equals(text))
                        .findFirst(),
                PlatformMessages.oneOf(known));
    }

    private static BoundKind kind(Optional<BoundKind> stated) {
        return stated.orElse(BoundKind.GOVERNMENT_DEPARTMENT);
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
