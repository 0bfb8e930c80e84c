package org.govshare.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.govshare.regulation.organ.BodyKind;
import org.govshare.regulation.organ.Organs;

/** Answers the law's questions about organs from the registry as of today. */
@ApplicationScoped
public class RegistryOrgans implements Organs {

    private final Registry registry;

    @Inject
    public RegistryOrgans(Registry registry) {
        this.registry = registry;
    }

    @Override
    public Optional<String> regionOf(String agency) {
        return registry.agency(agency).map(Agency::regionCode);
    }

    @Override
    public String holderOf(String agency) {
        return registry.holderOf(agency);
    }

    @Override
    public List<String> officesOf(String agency) {
        return registry.officesOf(agency);
    }

    @Override
    public Optional<String> parentOf(String region) {
        return registry.region(region).flatMap(Region::parentCode).filter(parent -> !parent.equals(Region.NATION));
    }

    @Override
    public Optional<String> authorityOf(String region) {
        return registry.authorityOf(region).map(Agency::creditCode);
    }

    @Override
    public Optional<String> governmentOf(String region) {
        return registry.governmentOf(region).map(Agency::creditCode);
    }

    @Override
    public Optional<BodyKind> bodyKindOf(String agency) {
        return registry.agency(agency).map(Agency::bodyKind);
    }

    /** The ministry that is in office today: the one that the registry names, or the agency that holds its office. */
    @Override
    public Optional<String> ministryOf(String agency) {
        return registry.agency(agency)
                .flatMap(Agency::ministry)
                .map(registry::holderOf)
                .filter(ministry -> registry.outOfOffice(ministry).isEmpty());
    }

    /**
     * For an agency that has ended, the region of the agency that holds its office counts. The authority is that of the
     * lowest region that contains both. If the registry knows none of that region, an authority further up does not
     * replace it.
     */
    @Override
    public Optional<String> commonAuthorityOf(String one, String other) {
        List<String> places = placesOf(other);
        return placesOf(one).stream().filter(places::contains).findFirst().flatMap(this::authorityOf);
    }

    private List<String> placesOf(String agency) {
        return regionOf(holderOf(agency)).map(registry::regionsUpward).orElse(List.of());
    }
}
