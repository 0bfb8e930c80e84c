package org.govshare.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.govshare.casework.Cases;
import org.govshare.casework.RefusalProblem;
import org.govshare.casework.law.LawBook;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Violation;
import org.govshare.registry.CatalogueFaults;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.procedure.Refusal;

/**
 * An agency asks for a dataset and says what for; the dataset's share class chooses the procedure. {@code kind} names
 * another kind that a pack runs as a share request, such as permission to publish what was shared.
 */
@ApplicationScoped
public class SubmitRequest implements CommandHandler {
    public static final String TYPE = "org.govshare.request.submitted.v1";
    static final String COLLECTION = "/requests";

    private static final List<String> COMMON =
            List.of(ShareRequests.SCENARIO, ShareRequests.PURPOSE, ShareRequests.SCOPE);

    private final Cases cases;
    private final Registry registry;
    private final LawBook law;

    SubmitRequest(Cases cases, Registry registry, LawBook law) {
        this.cases = cases;
        this.registry = registry;
        this.law = law;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        String datasetId = data.text("dataset");
        Optional<Refusal> closed = closed(context, datasetId);
        if (closed.isPresent()) {
            // Before its fields are judged: what a text that did not load asks for is unknown now.
            return new CommandResult.Refused(RefusalProblem.of(closed.get(), ""));
        }
        String kind = data.optionalText("kind").orElse(ShareRequests.KIND);
        Map<String, String> form = new LinkedHashMap<>();
        take(data, COMMON, form);
        List<String> items = data.texts(DataItems.FIELD);
        Optional<Violation> faultOfKind = faultOfKind(kind);
        faultOfKind.ifPresent(data::refuse);
        Optional<Dataset> found = dataset(datasetId, law.dayOf(context.lawNow()));
        faultsOfDataset(context, found, items).forEach(data::refuse);
        if (datasetId.isEmpty()) {
            data.check();
        }
        if (found.isEmpty() || faultOfKind.isPresent()) {
            // Which other members there may be depends on both.
            data.checkSoFar();
        }
        Dataset dataset = found.orElseThrow();
        Optional<ShareClass> shareClass =
                ShareRequests.KIND.equals(kind) ? Optional.of(dataset.shareClass()) : Optional.empty();
        take(data, openingFields(context, dataset, kind, shareClass), form);
        data.check();
        if (!items.isEmpty()) {
            form.put(DataItems.FIELD, DataItems.join(items));
        }
        shareClass
                .flatMap(known -> dataset.withheldBasis())
                .ifPresent(basis -> form.put(ShareRequests.WITHHELD_BASIS, basis));
        return cases.open(context, kind, COLLECTION, dataset, shareClass, form);
    }

    /** A text that did not load closes its jurisdiction, whether the agency that asks or the one whose data is wanted lies there. */
    private Optional<Refusal> closed(CommandContext context, String datasetId) {
        Stream<String> provider =
                registry.dataset(datasetId).map(Dataset::providerCode).map(registry::holderOf).stream();
        return law.decider()
                .closed(Stream.concat(Stream.of(context.caller().agency()), provider)
                        .toList());
    }

    private static void take(Fields data, List<String> names, Map<String, String> form) {
        for (String name : names) {
            data.optionalText(name).ifPresent(text -> form.put(name, text));
        }
    }

    /** What the ruling pack asks for or lets be stated, such as the name of the resource in Hunan. */
    private List<String> openingFields(
            CommandContext context, Dataset dataset, String kind, Optional<ShareClass> shareClass) {
        String provider = registry.holderOf(dataset.providerCode());
        return law.openingFields(context.caller().agency(), provider, kind, shareClass, context.lawNow()).stream()
                .filter(name -> !COMMON.contains(name) && !DataItems.FIELD.equals(name))
                .toList();
    }

    private List<Violation> faultsOfDataset(CommandContext context, Optional<Dataset> found, List<String> items) {
        if (found.isEmpty()) {
            return List.of(CatalogueFaults.noDataset("/dataset"));
        }
        List<Violation> faults = new ArrayList<>(CatalogueFaults.ofItems(found.get(), items, "/" + DataItems.FIELD));
        // Data are shared between agencies (Hebei art. 2): the agency that holds the provider's office today has them
        // already.
        if (registry.holderOf(found.get().providerCode())
                .equals(context.caller().agency())) {
            faults.add(Violation.invalid("/dataset", RequestMessages.OWN_DATA));
        }
        return faults;
    }

    private Optional<Violation> faultOfKind(String kind) {
        Set<String> kinds = law.kindsRunAs(ShareRequests.KIND);
        return kinds.contains(kind) ? Optional.empty() : Optional.of(Violation.noneOf("/kind", kinds));
    }

    private Optional<Dataset> dataset(String id, LocalDate on) {
        return registry.dataset(id).filter(dataset -> dataset.validity().covers(on));
    }
}
