package org.govshare.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.govshare.regulation.organ.Organs;

/** Tells the law, from the registry as of today, which organ is whose. */
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
        return registry.region(region).flatMap(Region::parentCode);
    }

    @Override
    public Optional<String> authorityOf(String region) {
        return registry.authorityOf(region).map(Agency::creditCode);
    }

    @Override
    public Optional<String> governmentOf(String region) {
        return registry.governmentOf(region).map(Agency::creditCode);
    }
}
