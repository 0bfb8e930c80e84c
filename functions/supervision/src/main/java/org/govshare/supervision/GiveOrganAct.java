package org.govshare.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.OrganCases;
import org.govshare.casework.law.LawBook;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.platform.json.Fields;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.grammar.Procedure;

/** An organ acts about a breach, on a proposal or on its own initiative, in one of the ways that the packs define. */
@ApplicationScoped
public class GiveOrganAct implements CommandHandler {
    public static final String GIVEN = "org.govshare.act.given.v1";
    static final String KIND = "kind";

    private final OrganCases cases;
    private final LawBook law;

    GiveOrganAct(OrganCases cases, LawBook law) {
        this.cases = cases;
        this.law = law;
    }

    @Override
    public Set<String> types() {
        Set<String> types = new HashSet<>(EarlierTypes.GIVEN.keySet());
        types.add(GIVEN);
        return types;
    }

    @Override
    public Optional<String> caseMember() {
        return Optional.of("case");
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        String kind = EarlierTypes.GIVEN.getOrDefault(context.event().type(), "");
        if (kind.isEmpty()) {
            kind = data.text(KIND);
        }
        Optional<UUID> caseId = data.uuid("case");
        Map<String, String> breach = data.oneOf("clock", "agency");
        Map<String, String> fields = data.textMap("fields");
        data.check();
        checkKind(context, kind);
        if (!breach.containsKey("clock")) {
            return cases.openFound(context, kind, caseId.orElseThrow(), breach.get("agency"), fields);
        }
        if (breach.containsKey("agency")) {
            return new CommandResult.Refused(
                    Problem.field(Violation.invalid("/agency", SupervisionMessages.AGENCY_WITH_CLOCK)));
        }
        return cases.openLate(context, kind, caseId.orElseThrow(), breach.get("clock"), fields);
    }

    private void checkKind(CommandContext context, String kind) {
        Set<String> kinds = law.kindsRunAs(Procedure.ORGAN_ACT);
        if (context.event().type().equals(GIVEN) && !kinds.contains(kind)) {
            throw Problem.field(Violation.noneOf("/" + KIND, kinds)).asException();
        }
    }
}
