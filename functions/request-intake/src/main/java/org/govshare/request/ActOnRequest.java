package org.govshare.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.Cases;
import org.govshare.casework.LawBook;
import org.govshare.casework.command.CommandContext;
import org.govshare.casework.command.CommandHandler;
import org.govshare.casework.command.CommandResult;
import org.govshare.platform.json.Fields;

/** A party acts upon a request: forwards, consents, refuses, delivers, disputes, decides, as the pack allows. */
@ApplicationScoped
public class ActOnRequest implements CommandHandler {
    public static final String TYPE = "org.govshare.request.acted.v1";

    private final Cases cases;
    private final LawBook law;

    ActOnRequest(Cases cases, LawBook law) {
        this.cases = cases;
        this.law = law;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        Optional<UUID> request = data.uuid("request");
        String action = data.text("action");
        Map<String, String> fields = data.textMap("fields");
        data.check();
        return cases.act(
                context, law.kindsBut(SubmitRequest.VERIFICATION), request.orElseThrow(), action, fields, "/fields");
    }
}
