package org.govshare.exchange.act;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.GrantCases;
import org.govshare.casework.law.LawBook;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;
import org.govshare.records.DataGrant;
import org.govshare.records.Grants;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;
import org.govshare.regulation.grammar.Procedure;

/**
 * Someone whom the law of the day lets do so opens a procedure about a grant (Decree 809 arts. 25 and 27); for a caller whom
 * the grant does not concern it does not exist.
 */
@ApplicationScoped
public class OpenGrantAct implements CommandHandler {
    public static final String TYPE = "org.govshare.grant-act.opened.v1";
    static final String COLLECTION = "/grant-acts";

    private final GrantCases cases;
    private final Grants grants;
    private final Registry registry;
    private final LawBook law;
    private final WiderUse widerUse;

    OpenGrantAct(GrantCases cases, Grants grants, Registry registry, LawBook law, WiderUse widerUse) {
        this.widerUse = widerUse;
        this.cases = cases;
        this.grants = grants;
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
        Optional<UUID> id = data.uuid("grant");
        String kind = data.text("kind");
        Map<String, String> fields = data.textMap("fields");
        Set<String> kinds = law.kindsRunAs(Procedure.GRANT_ACT);
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            data.refuse(Violation.noneOf("/kind", kinds));
        }
        data.check();
        Optional<DataGrant> grant = id.flatMap(grants::find).flatMap(this::locked);
        if (grant.isEmpty()) {
            return new CommandResult.Refused(Problem.notFound());
        }
        CommandResult result = open(context, grant.get(), kind, fields);
        return result instanceof CommandResult.Refused
                        && !mayKnow(context.caller().agency(), grant.get())
                ? new CommandResult.Refused(Problem.notFound())
                : result;
    }

    private CommandResult open(CommandContext context, DataGrant grant, String kind, Map<String, String> fields) {
        return widerUse.faultOfItems(grant, fields)
                .<CommandResult>map(CommandResult.Refused::new)
                .orElseGet(() -> cases.open(context, subject(grant), kind, COLLECTION, fields));
    }

    private Optional<DataGrant> locked(DataGrant grant) {
        cases.lock(grant.caseId());
        return grants.lock(grant.caseId());
    }

    private GrantCases.Subject subject(DataGrant grant) {
        String provider = registry.dataset(grant.datasetId())
                .map(Dataset::providerCode)
                .orElseThrow(() -> new IllegalStateException("no dataset of grant " + grant.id()));
        boolean ended = grant.closedAt().isPresent();
        return new GrantCases.Subject(grant.caseId(), grant.datasetId(), provider, grant.grantee(), ended);
    }

    private boolean mayKnow(String agency, DataGrant grant) {
        return registry.holderOf(grant.grantee()).equals(agency) || grants.concern(agency, grant.datasetId());
    }
}
