package org.govshare.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.casework.Cases;
import org.govshare.casework.law.LawBook;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Violation;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;

/**
 * A user of shared data doubts records of a dataset (Hebei art. 16 para. 2); the pack says who gets the case.
 * {@code kind} names another kind that a pack runs as a verification.
 */
@ApplicationScoped
public class RaiseVerification implements CommandHandler {
    public static final String TYPE = "org.govshare.verification.raised.v1";
    static final String COLLECTION = "/verifications";
    static final String DOUBT = "doubt";
    static final String RECORDS = "records";
    private static final int MOST_RECORDS = 100;

    private final Cases cases;
    private final Registry registry;
    private final LawBook law;
    private final Holdings holdings;

    RaiseVerification(Cases cases, Registry registry, LawBook law, Holdings holdings) {
        this.cases = cases;
        this.registry = registry;
        this.law = law;
        this.holdings = holdings;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        String datasetId = data.text("dataset");
        String kind = data.optionalText("kind").orElse(Verifications.KIND);
        Optional<Violation> faultOfKind = faultOfKind(kind);
        faultOfKind.ifPresent(data::refuse);
        List<String> keys = data.texts(RECORDS);
        Map<String, String> form = form(context, datasetId, kind, data);
        String agency = context.caller().agency();
        List<String> offices = law.organs().officesOf(agency);
        Optional<Dataset> dataset = registry.dataset(datasetId)
                .filter(found -> found.validity().covers(law.dayOf(context.lawNow())))
                .filter(found -> holdings.isSharedWith(agency, offices, found.id()));
        faultsOfKeys(keys, dataset, agency, offices).forEach(data::refuse);
        if (dataset.isEmpty()) {
            data.refuse(Violation.invalid("/dataset", VerificationMessages.NOT_SHARED));
        }
        if (faultOfKind.isPresent()) {
            // Which other members there may be depends on the kind.
            data.checkSoFar();
        }
        data.check();
        form.put(RECORDS, context.event().data().get(RECORDS).toString());
        return cases.open(context, kind, COLLECTION, dataset.orElseThrow(), Optional.empty(), form);
    }

    /** The doubt, and what else the ruling pack asks for or lets be stated. */
    private Map<String, String> form(CommandContext context, String datasetId, String kind, Fields data) {
        String agency = context.caller().agency();
        String provider = registry.dataset(datasetId)
                .map(dataset -> registry.holderOf(dataset.providerCode()))
                .orElse(agency);
        Map<String, String> form = new LinkedHashMap<>();
        data.optionalText(DOUBT).ifPresent(text -> form.put(DOUBT, text));
        law.openingFields(agency, provider, kind, Optional.empty(), context.lawNow()).stream()
                .filter(name -> !name.equals(DOUBT) && !name.equals(RECORDS))
                .forEach(name -> data.optionalText(name).ifPresent(text -> form.put(name, text)));
        return form;
    }

    private Optional<Violation> faultOfKind(String kind) {
        Set<String> kinds = law.kindsRunAs(Verifications.KIND);
        return kinds.contains(kind) ? Optional.empty() : Optional.of(Violation.noneOf("/kind", kinds));
    }

    /** @param dataset whose records they are; without one nothing can be said of single keys */
    private List<Violation> faultsOfKeys(
            List<String> keys, Optional<Dataset> dataset, String agency, List<String> offices) {
        if (keys.isEmpty() || keys.size() > MOST_RECORDS) {
            return List.of(Violation.invalid("/records", VerificationMessages.RECORDS_MISCOUNTED));
        }
        // A record of another territory answers like one that does not exist.
        return dataset.map(found -> holdings.notHeld(agency, offices, found.id(), keys)).orElse(List.of()).stream()
                .map(at -> Violation.invalid("/records/" + at, VerificationMessages.RECORD_NOT_SHARED))
                .toList();
    }
}
