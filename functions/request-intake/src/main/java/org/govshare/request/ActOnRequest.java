package org.govshare.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.Cases;
import org.govshare.casework.law.LawBook;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.platform.json.Fields;

/** A party acts upon a request: forwards, consents, refuses, delivers, disputes, decides, as the pack allows. */
@ApplicationScoped
public class ActOnRequest implements CommandHandler {
    public static final String TYPE = "org.govshare.request.acted.v1";

    private static final String CASE = "request";

    private final Cases cases;
    private final LawBook law;
    private final DataItems items;

    ActOnRequest(Cases cases, LawBook law, DataItems items) {
        this.cases = cases;
        this.law = law;
        this.items = items;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public Optional<String> caseMember() {
        return Optional.of(CASE);
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        Optional<UUID> request = data.uuid(CASE);
        String action = data.text("action");
        Map<String, String> fields = data.textMap("fields");
        data.check();
        UUID id = request.orElseThrow();
        Set<String> kinds = law.kindsRunAs(ShareRequests.KIND);
        if (fields.containsKey(DataItems.FIELD)) {
            List<String> items = DataItems.split(fields.get(DataItems.FIELD));
            cases.datasetOf(context, kinds, id)
                    .ifPresent(dataset -> this.items.check(dataset, items, "/fields/" + DataItems.FIELD));
        }
        return cases.act(context, kinds, id, action, fields, "/fields");
    }
}
