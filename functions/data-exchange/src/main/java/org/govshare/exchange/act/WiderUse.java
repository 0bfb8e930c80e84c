package org.govshare.exchange.act;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.casework.EffectHandler.Occasion;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;
import org.govshare.records.DataGrant;
import org.govshare.records.Grants;
import org.govshare.registry.CatalogueFaults;
import org.govshare.registry.Registry;

/** The provider's consent to wider use (Decree 809 art. 25): the grant's purpose and scope become what was consented to. */
@ApplicationScoped
class WiderUse implements GrantEffects.Doing {
    private final Grants grants;
    private final Registry registry;
    private final Pseudonyms pseudonyms;

    WiderUse(Grants grants, Registry registry, Pseudonyms pseudonyms) {
        this.grants = grants;
        this.registry = registry;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public Optional<Problem> check(DataGrant grant, Occasion occasion) {
        return faultOfItems(grant, occasion.after().facts());
    }

    /** Refuses names that are not data items of the dataset. */
    Optional<Problem> faultOfItems(DataGrant grant, Map<String, String> fields) {
        List<Violation> violations = registry.dataset(grant.datasetId())
                .map(dataset -> CatalogueFaults.ofItems(dataset, stated(fields), "/fields/" + GrantActs.ITEMS))
                .orElse(List.of());
        return violations.isEmpty() ? Optional.empty() : Optional.of(Problem.fields(violations));
    }

    @Override
    public Map<String, String> on(DataGrant grant, Occasion occasion) {
        Map<String, String> facts = occasion.after().facts();
        DataGrant wider = grants.widen(
                grant.caseId(),
                facts.getOrDefault(GrantActs.PURPOSE, grant.purpose()),
                facts.getOrDefault(GrantActs.SCOPE, grant.scope()),
                items(grant, stated(facts)));
        return Map.of(wider.name(), wider.text(), "grant-text", pseudonyms.ofText(wider.written()));
    }

    /** A grant of all items stays one, and one that is limited keeps those that it has. */
    private static List<String> items(DataGrant grant, List<String> stated) {
        return grant.fields().isEmpty()
                ? List.of()
                : Stream.concat(grant.fields().stream(), stated.stream())
                        .distinct()
                        .toList();
    }

    private static List<String> stated(Map<String, String> facts) {
        return Optional.ofNullable(facts.get(GrantActs.ITEMS)).stream()
                .flatMap(items -> Stream.of(items.split(",", -1)))
                .map(String::strip)
                .toList();
    }
}
