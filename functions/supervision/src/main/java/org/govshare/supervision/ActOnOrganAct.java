package org.govshare.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.casework.Cases;
import org.govshare.casework.law.LawBook;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.platform.json.Fields;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.text.VisibleText;

/**
 * An agency or an organ acts upon an organ's act, as its pack allows: the agency reports, the organ accepts or
 * withdraws.
 */
@ApplicationScoped
public class ActOnOrganAct implements CommandHandler {
    public static final String ACTED = "org.govshare.act.acted.v1";
    static final String ACT = "act";

    private final Cases cases;
    private final LawBook law;

    ActOnOrganAct(Cases cases, LawBook law) {
        this.cases = cases;
        this.law = law;
    }

    @Override
    public Set<String> types() {
        Set<String> types = new HashSet<>(EarlierTypes.ACTED.keySet());
        types.add(ACTED);
        return types;
    }

    /** In earlier types, the member with the case's id has the name of its kind. */
    @Override
    public Optional<UUID> caseOf(JsonNode data) {
        List<UUID> named = Stream.concat(Stream.of(ACT), EarlierTypes.ACTED.values().stream())
                .map(data::path)
                .filter(JsonNode::isTextual)
                .flatMap(id -> VisibleText.of(id.textValue()).flatMap(Fields::parseUuid).stream())
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Optional<String> earlier =
                Optional.ofNullable(EarlierTypes.ACTED.get(context.event().type()));
        Fields data = Fields.of(context.event().data());
        Optional<UUID> id = data.uuid(earlier.orElse(ACT));
        Optional<String> kind = earlier.isPresent() ? earlier : data.optionalText(GiveOrganAct.KIND);
        Set<String> kinds = new HashSet<>(law.kindsRunAs(Procedure.ORGAN_ACT));
        kind.ifPresent(only -> kinds.retainAll(Set.of(only)));
        String action = data.text("action");
        Map<String, String> fields = data.textMap("fields");
        data.check();
        return cases.act(context, kinds, id.orElseThrow(), action, fields, "/fields");
    }
}
