package org.govshare.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.records.Applied;
import org.govshare.records.RecordChange;
import org.govshare.records.RecordStore;
import org.govshare.registry.CatalogueFaults;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;

/** A dataset's provider sends changed records (归集, Hebei art. 12); nobody else may. */
@ApplicationScoped
public class ChangeRecords implements CommandHandler {
    public static final String TYPE = "org.govshare.records.changed.v1";

    private final RecordStore records;
    private final Registry registry;
    private final Trail trail;

    ChangeRecords(RecordStore records, Registry registry, Trail trail) {
        this.records = records;
        this.registry = registry;
        this.trail = trail;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        String datasetId = data.text("dataset");
        Optional<JsonNode> items = data.array("changes");
        data.check();
        List<RecordChange> changes = RecordChange.readAll(items.orElseThrow());
        requireProvider(context, datasetId);
        Applied applied = records.apply(datasetId, changes);
        enter(context, datasetId, applied);
        return new CommandResult.Accepted(200, body(applied), Optional.empty());
    }

    private void requireProvider(CommandContext context, String datasetId) {
        Dataset dataset = registry.dataset(datasetId)
                .orElseThrow(() ->
                        Problem.field(CatalogueFaults.noDataset("/dataset")).asException());
        if (!registry.holderOf(dataset.providerCode()).equals(context.caller().agency())) {
            throw Problem.of(ProblemType.FORBIDDEN, ExchangeMessages.ONLY_PROVIDER)
                    .asException();
        }
    }

    private void enter(CommandContext context, String datasetId, Applied applied) {
        trail.enter(TrailEntry.by(
                context.caller(),
                Optional.empty(),
                context.lawNow(),
                "changed-records",
                Map.of(
                        "dataset", datasetId,
                        "inserted", Long.toString(applied.inserted()),
                        "updated", Long.toString(applied.updated()),
                        "deleted", Long.toString(applied.deleted()))));
    }

    /** The provider learns which region codes belong to no city: records with these codes flow back to nobody. */
    private static JsonNode body(Applied applied) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("inserted", applied.inserted())
                .put("updated", applied.updated())
                .put("deleted", applied.deleted())
                .put("unchanged", applied.unchanged());
        ObjectNode withoutCity = body.putObject("withoutCity");
        applied.withoutCity().forEach((code, placement) -> withoutCity.put(code, placement.rows()));
        return body;
    }
}
