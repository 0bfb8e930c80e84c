package org.govshare.regulation.cases;

import java.util.Optional;
import org.govshare.regulation.organ.Organs;

/**
 * A made-up registry for worked cases, where names tell all: {@code police@130100} is an agency of the region
 * 130100, {@code authority@130100} and {@code government@130100} are its authority and its government.
 */
public class CaseOrgans implements Organs {

    @Override
    public Optional<String> regionOf(String agency) {
        var at = agency.indexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(agency.substring(at + 1));
    }

    @Override
    public Optional<String> parentOf(String region) {
        if (!region.endsWith("00")) {
            return Optional.of(region.substring(0, 4) + "00");
        }
        return region.endsWith("0000") ? Optional.empty() : Optional.of(region.substring(0, 2) + "0000");
    }

    @Override
    public Optional<String> authorityOf(String region) {
        return Optional.of("authority@" + region);
    }

    @Override
    public Optional<String> governmentOf(String region) {
        return Optional.of("government@" + region);
    }
}
