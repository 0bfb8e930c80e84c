package org.govshare.escalation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.Cases;
import org.govshare.casework.command.CommandContext;
import org.govshare.casework.command.CommandHandler;
import org.govshare.casework.command.CommandResult;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.json.Fields;
import org.govshare.regulation.text.VisibleText;

/** The agency reports its correction, the organ accepts it, returns it, withdraws its order or lifts its bar. */
@ApplicationScoped
public class ActOnOrganAct implements CommandHandler {
    public static final String CORRECTION_ACTED = "org.govshare.correction.acted.v1";
    public static final String BAR_ACTED = "org.govshare.bar.acted.v1";

    private static final Map<String, String> KINDS =
            Map.of(CORRECTION_ACTED, GiveOrganAct.CORRECTION, BAR_ACTED, GiveOrganAct.BAR);

    private final Cases cases;

    ActOnOrganAct(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Set<String> types() {
        return KINDS.keySet();
    }

    /** A contractor builds and maintains (Hebei art. 27); what becomes of an order is between organ and agency. */
    @Override
    public boolean admits(Caller caller) {
        return caller.actsForOwnAgency();
    }

    /** Its types name their case by its kind. */
    @Override
    public Optional<UUID> caseOf(JsonNode data) {
        List<UUID> named = KINDS.values().stream()
                .map(data::path)
                .filter(JsonNode::isTextual)
                .flatMap(id -> VisibleText.of(id.textValue()).flatMap(Fields::parseUuid).stream())
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    @Override
    public CommandResult handle(CommandContext context) {
        String kind = KINDS.get(context.event().type());
        Fields data = Fields.of(context.event().data());
        Optional<UUID> id = data.uuid(kind);
        String action = data.text("action");
        Map<String, String> fields = data.textMap("fields");
        data.check();
        return cases.act(context, Set.of(kind), id.orElseThrow(), action, fields, "/fields");
    }
}
