package org.govshare.exchange.act;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.govshare.regulation.grammar.Procedure;

/** A party of a procedure about a grant takes one of its actions: reports, resumes, ends, consents, as the pack allows. */
@ApplicationScoped
public class ActOnGrantAct implements CommandHandler {
    public static final String TYPE = "org.govshare.grant-act.acted.v1";
    static final String CASE = "act";

    private final Cases cases;
    private final LawBook law;

    ActOnGrantAct(Cases cases, LawBook law) {
        this.cases = cases;
        this.law = law;
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
        Optional<UUID> act = data.uuid(CASE);
        String action = data.text("action");
        Map<String, String> fields = data.textMap("fields");
        data.check();
        return cases.act(context, law.kindsRunAs(Procedure.GRANT_ACT), act.orElseThrow(), action, fields, "/fields");
    }
}
