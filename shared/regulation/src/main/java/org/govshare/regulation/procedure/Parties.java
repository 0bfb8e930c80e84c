package org.govshare.regulation.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.grammar.Party;
import org.govshare.regulation.grammar.PartyStrategy;
import org.govshare.regulation.grammar.Regions;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.pack.EffectiveProcedure;

/** Finds the agencies that take part in a case, by the strategies that a pack may choose. */
final class Parties {
    private final EffectiveProcedure procedure;
    private final Organs organs;

    Parties(EffectiveProcedure procedure, Organs organs) {
        this.procedure = procedure;
        this.organs = organs;
    }

    /** Each party with its agencies; a party that can't be found has an empty list. */
    Map<String, List<String>> of(Opening opening) {
        var parties = new LinkedHashMap<String, List<String>>();
        procedure.procedure().parties().forEach((name, party) -> parties.put(name, find(party, opening)));
        return parties;
    }

    private List<String> find(Party party, Opening opening) {
        return switch (party.strategy()) {
            case OPENER -> List.of(opening.requester());
            case GRANTEE -> opening.grant().map(OnGrant::grantee).stream().toList();
            case DATA_HOLDER, OBLIGOR_OF_BREACH -> List.of(opening.provider());
            case AUTHORITY_OF_OPENER -> authority(organs.regionOf(opening.requester()));
            case AUTHORITY_OF_HOLDER -> authority(organs.regionOf(opening.provider()));
            case AUTHORITIES_UPWARDS -> upwards(party, opening);
            case LAST_AUTHORITY_UPWARDS -> last(upwards(party, opening));
            case COMMON_AUTHORITY -> common(opening).stream().toList();
            case GOVERNMENT_OF_COMMON_AUTHORITY ->
                common(opening).flatMap(organs::regionOf).flatMap(organs::governmentOf).stream()
                        .toList();
            case GOVERNMENT_OF -> governmentOf(party, opening);
            case AUTHORITY_OF_PACK ->
                authority(Optional.of(procedure.packOf(party.basis()).region()));
        };
    }

    private List<String> governmentOf(Party party, Opening opening) {
        var of = procedure.procedure().parties().get(party.of().orElseThrow());
        return find(of, opening).stream()
                .flatMap(agency -> organs.regionOf(agency).flatMap(organs::governmentOf).stream())
                .toList();
    }

    private List<String> authority(Optional<String> region) {
        return region.flatMap(organs::authorityOf).stream().toList();
    }

    /** Where the two have none in common, the one that a text of the case names for all of its region (chosen). */
    private Optional<String> common(Opening opening) {
        return organs.commonAuthorityOf(opening.taker(), opening.provider())
                .or(() -> procedure.procedure().parties().values().stream()
                        .filter(party -> party.strategy() == PartyStrategy.AUTHORITY_OF_PACK)
                        .flatMap(party -> find(party, opening).stream())
                        .findFirst());
    }

    private static List<String> last(List<String> route) {
        return route.isEmpty() ? route : route.subList(route.size() - 1, route.size());
    }

    /**
     * The way of Hebei art. 17: an agency of a province, or one that asks within its own level and region, is served by
     * its own authority; any other goes to the authority one level up, and on until its region covers the provider's,
     * at most to the top of the pack's region. Empty when the registry lacks an authority on the way.
     */
    private List<String> upwards(Party party, Opening opening) {
        var route = new ArrayList<String>();
        var to = organs.regionOf(opening.provider());
        var region = organs.regionOf(opening.requester());
        if (to.isEmpty() || region.isEmpty()) {
            return List.of();
        }
        var arrived = region.get().equals(to.get());
        while (region.isPresent()) {
            var authority = organs.authorityOf(region.get());
            if (authority.isEmpty()) {
                return List.of();
            }
            route.add(authority.get());
            if (arrived || region.get().equals(procedure.packOf(party.basis()).region())) {
                return List.copyOf(route);
            }
            region = organs.parentOf(region.get());
            arrived = region.filter(up -> Regions.covers(up, to.get())).isPresent();
        }
        return List.copyOf(route);
    }
}
