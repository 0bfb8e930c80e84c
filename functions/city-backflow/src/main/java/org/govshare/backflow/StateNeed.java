package org.govshare.backflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.govshare.casework.law.LawBook;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.commands.outbox.Outbox;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.registry.CatalogueFaults;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.BackFlow;
import org.govshare.regulation.grammar.ShareClass;

/**
 * A city's platform states which dataset it needs for its own territory (Hebei art. 22 para. 3). It is refused only if
 * there is a legal basis for withholding the data. A need with other fields starts the stream over; the same need again
 * only revives the stream.
 */
@ApplicationScoped
public class StateNeed implements CommandHandler {
    public static final String TYPE = "org.govshare.backflow.needed.v1";

    private final CityAccess access;
    private final Registry registry;
    private final LawBook book;
    private final Needs needs;
    private final Streams streams;
    private final Outbox outbox;
    private final Trail trail;

    StateNeed(
            CityAccess access,
            Registry registry,
            LawBook book,
            Needs needs,
            Streams streams,
            Outbox outbox,
            Trail trail) {
        this.access = access;
        this.registry = registry;
        this.book = book;
        this.needs = needs;
        this.streams = streams;
        this.outbox = outbox;
        this.trail = trail;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        StreamKey stream = new StreamKey(data.text("city"), data.text("dataset"));
        List<String> fields = data.texts("fields");
        access.faultOfCity(context.caller(), stream.city()).ifPresent(data::refuse);
        Optional<Dataset> found = dataset(context, stream.dataset());
        found.ifPresentOrElse(
                entry -> CatalogueFaults.ofItems(entry, fields, "/fields").forEach(data::refuse),
                () -> data.refuse(CatalogueFaults.noDataset("/dataset")));
        data.check();
        Dataset dataset = found.orElseThrow();
        access.requirePlatform(context.caller(), stream.city(), context.lawNow());
        BackFlow law = access.lawAt(placeOf(dataset.providerCode()), "/dataset", context.lawNow());
        check(dataset, law);
        boolean changed =
                needs.state(stream, new TreeSet<>(fields), context.caller().agency(), context.lawNow());
        if (changed) {
            streams.begin(stream);
        } else {
            streams.revive(stream.city());
        }
        enter(context, stream, changed, law.need());
        outbox.add(Wake.TYPE, stream.subject(), Map.of("city", stream.city(), "dataset", stream.dataset()));
        return new CommandResult.Accepted(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("stream", stream.subject())
                        .put("started", changed),
                Optional.of("/backflow/streams"));
    }

    private Optional<Dataset> dataset(CommandContext context, String id) {
        return registry.dataset(id).filter(d -> d.validity().covers(book.dayOf(context.lawNow())));
    }

    /** The region of a provider, which determines the law for its data. */
    private String placeOf(String provider) {
        return book.organs().regionOf(book.organs().holderOf(provider)).orElseThrow();
    }

    private static void check(Dataset dataset, BackFlow law) {
        if (dataset.shareClass() == ShareClass.WITHHELD) {
            String basis = dataset.withheldBasis().orElse("");
            Text detail = BackflowMessages.withheldDoesNotFlow(basis);
            throw new Problem(
                            ProblemType.RULE_REFUSED,
                            detail,
                            List.of(Violation.invalid("/dataset", BackflowMessages.WITHHELD)),
                            Optional.of(CityAccess.rule(law.refusal())))
                    .asException();
        }
    }

    private void enter(CommandContext context, StreamKey stream, boolean started, Basis basis) {
        trail.enter(TrailEntry.by(
                context.caller(),
                Optional.empty(),
                context.lawNow(),
                "stated-need",
                Map.of(
                        "stream", stream.subject(),
                        "started", Boolean.toString(started),
                        "pack", basis.pack(),
                        "article", basis.article())));
    }
}
