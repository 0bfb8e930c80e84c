package org.govshare.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.OrganCases;
import org.govshare.casework.command.CommandContext;
import org.govshare.casework.command.CommandHandler;
import org.govshare.casework.command.CommandResult;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;

/** An organ acts about a breach, taking up a proposal or of its own motion: it orders, criticises or bars. */
@ApplicationScoped
public class GiveOrganAct implements CommandHandler {
    public static final String ORDERED = "org.govshare.correction.ordered.v1";
    public static final String ISSUED = "org.govshare.circular.issued.v1";
    public static final String BARRED = "org.govshare.bar.imposed.v1";
    static final String CORRECTION = "correction";
    static final String CIRCULAR = "circular";
    static final String BAR = "bar";

    private static final Map<String, String> KINDS = Map.of(ORDERED, CORRECTION, ISSUED, CIRCULAR, BARRED, BAR);

    private final OrganCases cases;

    GiveOrganAct(OrganCases cases) {
        this.cases = cases;
    }

    @Override
    public Set<String> types() {
        return KINDS.keySet();
    }

    /** A contractor builds and maintains (Hebei art. 27); ordering is the organ's own. */
    @Override
    public boolean admits(Caller caller) {
        return caller.actsForOwnAgency();
    }

    @Override
    public Optional<String> caseMember() {
        return Optional.of("case");
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        Optional<UUID> caseId = data.uuid("case");
        Map<String, String> breach = data.oneOf("clock", "agency");
        Map<String, String> fields = data.textMap("fields");
        data.check();
        String kind = KINDS.get(context.event().type());
        if (!breach.containsKey("clock")) {
            return cases.openFound(context, kind, caseId.orElseThrow(), breach.get("agency"), fields);
        }
        if (breach.containsKey("agency")) {
            return new CommandResult.Refused(
                    Problem.field(Violation.invalid("/agency", "指明期限的，不另写部门", "is told by the clock already")));
        }
        return cases.openLate(context, kind, caseId.orElseThrow(), breach.get("clock"), fields);
    }
}
