package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.messages.CaseworkMessages;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandResult;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.sql.RowIds;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.OnGrant;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Refusal;
import org.govshare.regulation.procedure.Verdict;

/**
 * Opens procedures about a grant, such as its suspension, under the law of the day of the act, whatever text the grant was
 * opened under (Decree 809 arts. 25 and 27).
 */
@ApplicationScoped
public class GrantCases {
    private final Cases cases;
    private final CaseStore store;
    private final LawBook law;
    private final ActionNotices notices;

    GrantCases(Cases cases, CaseStore store, LawBook law, ActionNotices notices) {
        this.cases = cases;
        this.store = store;
        this.law = law;
        this.notices = notices;
    }

    /**
     * The grant that a procedure is about.
     *
     * @param caseId the case that opened it
     * @param provider credit code of the dataset's provider; who holds its office now answers
     * @param grantee the same of the agency to which it was given
     */
    public record Subject(UUID caseId, String datasetId, String provider, String grantee, boolean ended) {}

    /** Locks the case that opened a grant, so that acts on the grant and on the case come one after another. */
    public void lock(UUID caseId) {
        store.lock(caseId);
    }

    /**
     * Opens a procedure about a grant, whose case the caller has locked; one of the same kind that is open about the same
     * grant comes first.
     *
     * @param kind of procedure, one that packs run as {@code grant-act}
     * @param collection path under which the new case will be read
     */
    public CommandResult open(
            CommandContext context, Subject grant, String kind, String collection, Map<String, String> fields) {
        Opening opening = opening(context, grant, kind, fields);
        Verdict verdict = law.decider().open(opening, context.lawNow());
        if (verdict instanceof Refusal refusal) {
            return new CommandResult.Refused(RefusalProblem.of(refusal, "/fields"));
        }
        if (CaseFile.count("aboutCase = ?1 and kind = ?2 and closed = false", grant.caseId(), kind) > 0) {
            return new CommandResult.Refused(Problem.of(ProblemType.CONFLICT, CaseworkMessages.SAME_ACT_OPEN));
        }
        return write(context, grant, collection, opening, (Decision) verdict);
    }

    private Opening opening(CommandContext context, Subject grant, String kind, Map<String, String> fields) {
        Organs organs = law.organs();
        String grantee = organs.holderOf(grant.grantee());
        Matter matter =
                new Matter(kind, Optional.empty(), organs.regionOf(grantee).orElse(""), law.dayOf(context.lawNow()));
        Set<String> roles = context.caller().roles();
        return new Opening(
                RowIds.next(),
                matter,
                context.caller().agency(),
                organs.holderOf(grant.provider()),
                fields,
                Optional.empty(),
                Optional.of(new OnGrant(grantee, grant.ended())),
                roles);
    }

    private CommandResult write(
            CommandContext context, Subject grant, String collection, Opening opening, Decision decision) {
        CommandResult result = cases.write(
                context,
                new NewCase(
                        decision,
                        collection,
                        grant.datasetId(),
                        opening.matter().region(),
                        opening.provider(),
                        opening.fields(),
                        Map.of(NewCase.ABOUT_CASE, grant.caseId().toString()),
                        () -> notices.give(decision, context.caller().agency(), context.lawNow())));
        CaseFile opened = CaseFile.findById(opening.caseId());
        opened.aboutCase = grant.caseId();
        return result;
    }
}
