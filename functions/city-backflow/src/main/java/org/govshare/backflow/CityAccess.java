package org.govshare.backflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.govshare.casework.CaseAccess;
import org.govshare.casework.law.LawBook;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.registry.Agency;
import org.govshare.registry.CityPlatform;
import org.govshare.registry.Region;
import org.govshare.registry.RegionLevel;
import org.govshare.registry.Registry;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.BackFlow;
import org.govshare.regulation.procedure.RuleRef;

/** Decides who may act for a city's platform, and who may see its back-flow. */
@ApplicationScoped
class CityAccess {
    private final Registry registry;
    private final LawBook law;
    private final CaseAccess access;

    CityAccess(Registry registry, LawBook law, CaseAccess access) {
        this.registry = registry;
        this.law = law;
        this.access = access;
    }

    /**
     * The rule on which back-flow in a region is based; refuses if no law in force there has one.
     *
     * @param field the member of the command that names the region
     */
    BackFlow lawAt(String region, String field, Instant lawNow) {
        return law.law()
                .backFlow(region, law.dayOf(lawNow))
                .orElseThrow(() -> noLaw(region, field).asException());
    }

    private static Problem noLaw(String region, String field) {
        Text detail = BackflowMessages.noLawForBackflow(region);
        Violation violation = Violation.invalid(field, BackflowMessages.REGION_WITHOUT_BACKFLOW);
        return new Problem(ProblemType.RULE_REFUSED, detail, List.of(violation), Optional.empty());
    }

    /**
     * Refuses a caller that does not run the city's platform, and a city whose platform the province has not approved:
     * data flows back only to an approved platform. Call {@link #faultOfCity} first.
     */
    void requirePlatform(Caller caller, String city, Instant lawNow) {
        Basis approval = lawAt(city, "/city", lawNow).approval();
        CityPlatform platform = registry.cityPlatform(city)
                .orElseThrow(() -> noPlatform(approval).asException());
        if (!caller.actsForAgency() || !operator(platform).equals(caller.agency())) {
            throw Problem.of(ProblemType.FORBIDDEN, BackflowMessages.ONLY_OPERATOR)
                    .asException();
        }
    }

    /**
     * The fault of a code that belongs to no city: an invalid field, not a refusal by law. Empty if the code was left
     * out.
     */
    Optional<Violation> faultOfCity(Caller caller, String city) {
        boolean known = city.isEmpty()
                || registry.region(city)
                        .filter(region -> region.level() == RegionLevel.CITY)
                        .isPresent()
                || registry.cityPlatform(city).isPresent();
        return known ? Optional.empty() : Optional.of(noCity(caller));
    }

    private Violation noCity(Caller caller) {
        List<String> own = registry.cityPlatforms().stream()
                .filter(platform -> operator(platform).equals(caller.agency()))
                .map(CityPlatform::regionCode)
                .toList();
        return Violation.invalid("/city", BackflowMessages.mustBeCity(own));
    }

    private static Problem noPlatform(Basis approval) {
        Text detail = BackflowMessages.CITY_WITHOUT_PLATFORM;
        Violation violation = Violation.invalid("/city", BackflowMessages.NO_APPROVED_PLATFORM);
        return new Problem(ProblemType.RULE_REFUSED, detail, List.of(violation), Optional.of(rule(approval)));
    }

    /**
     * The cities whose back-flow the caller may see: its own, those under its province's authority, those that it
     * oversees; for the platform's own operator, all.
     */
    List<String> visible(Caller caller) {
        return registry.cityPlatforms().stream()
                .filter(platform -> sees(caller, platform))
                .map(CityPlatform::regionCode)
                .toList();
    }

    /** The agency that runs the platform, or the agency that holds its office now. */
    private String operator(CityPlatform platform) {
        return registry.holderOf(platform.operatorCode());
    }

    private boolean sees(Caller caller, CityPlatform platform) {
        return caller.operatesThePlatform()
                || access.oversees(caller, platform.regionCode())
                || access.seesOwn(caller) && isConcerned(caller.agency(), platform);
    }

    /** Whether the agency runs the platform, or is the authority of its province. */
    private boolean isConcerned(String agency, CityPlatform platform) {
        return operator(platform).equals(agency)
                || registry.region(platform.regionCode())
                        .flatMap(Region::parentCode)
                        .flatMap(registry::authorityOf)
                        .map(Agency::creditCode)
                        .filter(agency::equals)
                        .isPresent();
    }

    static RuleRef rule(Basis basis) {
        return new RuleRef(basis.pack(), "back-flow", basis.article());
    }
}
