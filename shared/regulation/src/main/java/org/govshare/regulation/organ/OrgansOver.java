package org.govshare.regulation.organ;

import java.util.Optional;
import org.govshare.regulation.grammar.Addressee;

/** Finds the organs at the level of an agency that owes a duty, or over it, by the strategies that a pack may choose. */
public final class OrgansOver {
    private final Organs organs;
    private final String obligor;
    private final String packRegion;

    /** @param packRegion the region of the pack whose strategies are asked */
    public OrgansOver(Organs organs, String obligor, String packRegion) {
        this.organs = organs;
        this.obligor = obligor;
        this.packRegion = packRegion;
    }

    /** The organ; nothing where the registry knows none. No agency is over itself. */
    public Optional<String> find(Addressee organ) {
        return switch (organ) {
            case OBLIGOR -> Optional.of(obligor);
            case AUTHORITY_OF_OBLIGOR -> authority();
            case AUTHORITY_OVER_OBLIGOR -> authorityOver().or(this::governmentOrUpperAuthority);
            case GOVERNMENT_OF_OBLIGOR -> other(region().flatMap(organs::governmentOf));
            case UPPER_AUTHORITY_OF_OBLIGOR -> upper().flatMap(organs::authorityOf);
            case GOVERNMENT_OR_UPPER_AUTHORITY_OF_OBLIGOR -> governmentOrUpperAuthority();
            case AUTHORITY_OF_PACK -> organs.authorityOf(packRegion);
            case GOVERNMENT_OF_PACK -> organs.governmentOf(packRegion);
        };
    }

    private Optional<String> authorityOver() {
        return authority().isPresent() ? other(authority()) : upper().flatMap(organs::authorityOf);
    }

    private Optional<String> governmentOrUpperAuthority() {
        return other(region().flatMap(organs::governmentOf)).or(() -> upper().flatMap(organs::authorityOf));
    }

    private Optional<String> authority() {
        return region().flatMap(organs::authorityOf);
    }

    private Optional<String> region() {
        return organs.regionOf(obligor);
    }

    private Optional<String> upper() {
        return region().flatMap(organs::parentOf);
    }

    private Optional<String> other(Optional<String> organ) {
        return organ.filter(found -> !found.equals(obligor));
    }
}
