package org.govshare.casework.standin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.Cases;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.platform.json.Fields;

/** Acts upon a case that {@link Submit} opened. */
@ApplicationScoped
public class Act implements CommandHandler {
    public static final String TYPE = "org.govshare.request.acted.v1";
    static final String CASE = "request";

    private final Cases cases;

    Act(Cases cases) {
        this.cases = cases;
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
        Optional<UUID> id = data.uuid(CASE);
        String action = data.text("action");
        Map<String, String> fields = data.textMap("fields");
        data.check();
        return cases.act(context, Set.of(Submit.KIND), id.orElseThrow(), action, fields, "/fields");
    }
}
