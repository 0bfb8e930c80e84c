package org.govshare.regulation.cases;

import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.grammar.Regions;
import org.govshare.regulation.organ.BodyKind;
import org.govshare.regulation.organ.Organs;

/**
 * A made-up registry for worked cases, where names say all: {@code police@130100} is an agency of the region
 * 130100, {@code authority@130100} and {@code government@130100} are its authority and its government; {@code 000000} is
 * the nation. A name that begins with {@code tax} or {@code customs} is an agency that its ministry manages from above, one
 * that begins with {@code court} another state organ, one with {@code water} an operator of public services.
 */
public class CaseOrgans implements Organs {
    private static final String NATION = "000000";

    @Override
    public Optional<String> regionOf(String agency) {
        var at = agency.indexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(agency.substring(at + 1));
    }

    @Override
    public Optional<String> parentOf(String region) {
        if (region.equals(NATION)) {
            return Optional.empty();
        }
        if (!region.endsWith("00")) {
            return Optional.of(region.substring(0, 4) + "00");
        }
        return Optional.of(region.endsWith("0000") ? NATION : region.substring(0, 2) + "0000");
    }

    @Override
    public Optional<String> authorityOf(String region) {
        return Optional.of("authority@" + region);
    }

    @Override
    public Optional<String> governmentOf(String region) {
        return Optional.of("government@" + region);
    }

    @Override
    public Optional<BodyKind> bodyKindOf(String agency) {
        if (agency.startsWith("court")) {
            return Optional.of(BodyKind.OTHER_STATE_ORGAN);
        }
        return Optional.of(
                agency.startsWith("water") ? BodyKind.PUBLIC_SERVICE_OPERATOR : BodyKind.GOVERNMENT_DEPARTMENT);
    }

    @Override
    public Optional<String> ministryOf(String agency) {
        return Stream.of("tax", "customs")
                .filter(agency::startsWith)
                .map(name -> name + "@" + NATION)
                .findFirst();
    }

    @Override
    public Optional<String> commonAuthorityOf(String one, String other) {
        var region = regionOf(one);
        var to = regionOf(other);
        while (region.isPresent() && to.isPresent() && !Regions.covers(region.get(), to.get())) {
            region = parentOf(region.get());
        }
        return region.filter(up -> to.isPresent()).flatMap(this::authorityOf);
    }
}
