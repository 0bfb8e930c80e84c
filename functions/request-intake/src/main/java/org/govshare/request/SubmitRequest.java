package org.govshare.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.casework.Cases;
import org.govshare.casework.LawBook;
import org.govshare.casework.command.CommandContext;
import org.govshare.casework.command.CommandHandler;
import org.govshare.casework.command.CommandResult;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;
import org.govshare.registry.Dataset;
import org.govshare.registry.DatasetField;
import org.govshare.registry.Registry;

/** An agency asks for a dataset and says what for (Hebei art. 15 para. 1); the dataset's share class chooses the procedure. */
@ApplicationScoped
public class SubmitRequest implements CommandHandler {
    public static final String TYPE = "org.govshare.request.submitted.v1";
    static final String KIND = "share-request";
    static final String COLLECTION = "/requests";

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
        Map<String, String> form = new LinkedHashMap<>();
        for (String name : List.of("scenario", "purpose", "scope")) {
            data.optionalText(name).ifPresent(text -> form.put(name, text));
        }
        List<String> items = data.texts("items");
        data.check();
        Dataset dataset = dataset(datasetId, law.dayOf(context.now()));
        checkItems(items, dataset);
        if (!items.isEmpty()) {
            form.put("items", String.join(",", items));
        }
        return cases.open(context, KIND, COLLECTION, dataset, Optional.of(dataset.shareClass()), form);
    }

    private Dataset dataset(String id, LocalDate on) {
        return registry.dataset(id)
                .filter(dataset -> dataset.validity().covers(on))
                .orElseThrow(() -> Problem.field(
                                Violation.invalid("/dataset", "目录中没有这一数据", "is no dataset of the catalogue in force"))
                        .asException());
    }

    private static void checkItems(List<String> items, Dataset dataset) {
        List<String> known = dataset.fields().stream().map(DatasetField::name).toList();
        for (int i = 0; i < items.size(); i++) {
            if (!known.contains(items.get(i))) {
                throw Problem.field(Violation.invalid("/items/" + i, "该数据没有这一数据项", "is no data item of this dataset"))
                        .asException();
            }
        }
    }
}
