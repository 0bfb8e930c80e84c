package org.govshare.casework.standin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.casework.Cases;
import org.govshare.casework.law.LawBook;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.platform.json.Fields;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;
import org.govshare.regulation.grammar.ShareClass;

/** Opens a case with the fields that the law of the agencies asks for; no other is read. */
@ApplicationScoped
public class Submit implements CommandHandler {
    static final String KIND = "share-request";
    static final String TYPE = "org.govshare.request.submitted.v1";

    private final Cases cases;
    private final Registry registry;
    private final LawBook law;

    Submit(Cases cases, Registry registry, LawBook law) {
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
        Dataset dataset = registry.dataset(data.text("dataset")).orElseThrow();
        Optional<ShareClass> shareClass = Optional.of(dataset.shareClass());
        Map<String, String> form = new HashMap<>();
        law.openingFields(
                        context.caller().agency(),
                        registry.holderOf(dataset.providerCode()),
                        KIND,
                        shareClass,
                        context.lawNow())
                .forEach(name -> data.optionalText(name).ifPresent(text -> form.put(name, text)));
        data.checkSoFar();
        return cases.open(context, KIND, "/requests", dataset, shareClass, form);
    }
}
