package org.govshare.registry;

import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.platform.identity.Contractors;

/** Answers from the registry which contractor may act for whom. */
@ApplicationScoped
public class RegistryContractors implements Contractors {

    private final Registry registry;

    RegistryContractors(Registry registry) {
        this.registry = registry;
    }

    @Override
    public boolean approved(String contractor, String principal) {
        return registry.contractor(contractor, principal).isPresent();
    }
}
