package org.govshare.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;

/** No agency has approved a contractor: these tests have no registry. */
@ApplicationScoped
public class NoContractors implements Contractors {
    @Override
    public boolean approved(String contractor, String principal) {
        return false;
    }
}
