package org.govshare.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.casework.CaseFile;
import org.govshare.casework.EffectHandler;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.records.DataGrant;
import org.govshare.records.Grants;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.procedure.CaseState;

/** Delivery opens a grant, under which the requester reads the dataset's rows within the scope and purpose of the case. */
@ApplicationScoped
public class OpenGrant implements EffectHandler {
    private final Grants grants;
    private final Organs organs;
    private final Pseudonyms pseudonyms;

    OpenGrant(Grants grants, Organs organs, Pseudonyms pseudonyms) {
        this.organs = organs;
        this.pseudonyms = pseudonyms;
        this.grants = grants;
    }

    @Override
    public String effect() {
        return ShareRequests.OPEN_GRANT;
    }

    @Override
    public Map<String, String> apply(Occasion occasion) {
        CaseState after = occasion.after();
        Map<String, String> facts = after.facts();
        String purpose = facts.getOrDefault(ShareRequests.PURPOSE, facts.getOrDefault(ShareRequests.SCENARIO, ""));
        List<String> items =
                facts.containsKey(DataItems.FIELD) ? DataItems.split(facts.get(DataItems.FIELD)) : List.of();
        DataGrant grant = grants.open(
                after.id(),
                occasion.datasetId(),
                requester(after.id()),
                purpose,
                facts.getOrDefault(ShareRequests.SCOPE, ""),
                items,
                occasion.lawNow());
        return Map.of(grant.name(), grant.text(), "grant-text", pseudonyms.ofText(grant.written()));
    }

    /** Who holds the requester's office now. */
    private String requester(UUID caseId) {
        return organs.holderOf(CaseFile.<CaseFile>findById(caseId).requester);
    }
}
