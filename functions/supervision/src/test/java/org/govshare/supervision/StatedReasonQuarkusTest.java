package org.govshare.supervision;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.Cases;
import org.govshare.casework.view.CaseReader;
import org.govshare.casework.view.CaseView;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandResult;
import org.govshare.escalation.EscalateDue;
import org.govshare.escalation.MovableTime;
import org.govshare.escalation.Organs;
import org.govshare.escalation.Story;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.ProblemType;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decree 809 art. 39 (4): lateness is a breach only without just reason; what the obligor states reaches the organ. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class StatedReasonQuarkusTest {
    private static final String HOUSING = "Y1430100FAKE011127";
    private static final String POLICE = "Y1430100FAKE01016X";
    private static final String AUTHORITY = "Y1430100FAKE0003X0";
    private static final Set<String> KINDS = Set.of("share-request");

    @Inject
    Story story;

    @Inject
    Cases cases;

    @Inject
    Registry registry;

    @Inject
    EscalateDue escalate;

    @Inject
    CaseReader reader;

    @BeforeEach
    void world() {
        story.loadRegistry();
    }

    private static CommandContext context(String agency, String at) {
        CommandEvent event =
                new CommandEvent("test", UUID.randomUUID().toString(), "test", JsonNodeFactory.instance.objectNode());
        return new CommandContext(new Caller("test", agency, Set.of("clerk", "leader")), event, Instant.parse(at));
    }

    /** Under Hunan's measures and the Decree; the reply is due on 18 August and proposed for an order on the 21st. */
    private UUID requested() {
        String at = "2025-08-04T01:00:00Z";
        story.time().to(Instant.parse(at));
        Dataset dataset = registry.dataset("changsha-residence-permits").orElseThrow();
        Map<String, String> form = Map.of(
                "name",
                "居住证信息",
                "purpose",
                "住房保障",
                "use-basis",
                "住房公积金管理条例",
                "scenario",
                "核验",
                "scope",
                "本市",
                "mode",
                "服务接口",
                "use-until",
                "2026-12-31");
        CommandResult opened = QuarkusTransaction.requiringNew()
                .call(() -> cases.open(
                        context(HOUSING, at),
                        "share-request",
                        "/requests",
                        dataset,
                        Optional.of(dataset.shareClass()),
                        form));
        assertTrue(opened instanceof CommandResult.Accepted, opened::toString);
        return UUID.fromString(
                ((CommandResult.Accepted) opened).body().get("id").textValue());
    }

    private CommandResult state(UUID id, String reason, String at) {
        story.time().to(Instant.parse(at));
        Map<String, String> fields = Map.of("clock", "reply", "reason", reason);
        return QuarkusTransaction.requiringNew()
                .call(() -> cases.act(context(POLICE, at), KINDS, id, "state-reason", fields, "/fields"));
    }

    private void at(String moment) {
        story.time().to(Instant.parse(moment));
        escalate.slice();
    }

    private CaseView read(String agency, UUID id) {
        return reader.read(new Caller("test", agency, Set.of("clerk")), KINDS, id, Locale.ENGLISH)
                .orElseThrow();
    }

    private static List<String> reasons(CaseView view) {
        return view.clocks().get(0).reasons().stream()
                .map(CaseView.ReasonView::reason)
                .toList();
    }

    private static ValidatableResponse order(UUID id) {
        return Organs.give(AUTHORITY, "/acts/correction", id, "reply", Map.of("grounds", "late", "correct", "答复"));
    }

    /** The Decree's proposal, beside which Hunan's own stands. */
    private static ValidatableResponse proposals(UUID id, String language) {
        return Organs.get(AUTHORITY, "/notices?kind=proposal&case=" + id, language)
                .statusCode(200);
    }

    private static final String DECREES = "items.find { it.basis == 'decree-809-2025 39 (4)' }";

    @Test
    void reasonStated_isOnTheCaseAndOnTheProposal_andIsReadBeforeAndWithTheOrder() {
        UUID id = requested();
        assertTrue(state(id, "系统故障", "2025-08-06T01:00:00Z") instanceof CommandResult.Accepted);
        at("2025-08-21T16:00:00Z");
        proposals(id, "en")
                .body(DECREES + ".act", equalTo("order-correction"))
                .body(DECREES + ".reason", equalTo("系统故障"))
                .body(
                        DECREES + ".text",
                        containsString(" stated a reason at 2025-08-06 09:00, which this notice and the"
                                + " case show; whether it is a just one is for the organ to find."))
                .body(DECREES + ".text", not(containsString("系统故障")));
        proposals(id, "zh")
                .body(DECREES + ".reason", equalTo("系统故障"))
                .body(DECREES + ".text", containsString("长沙市公安局已于2025-08-06 09:00说明理由，见本通知和办件，是否正当由机关认定。"));

        assertTrue(state(id, "机房断电", "2025-08-22T01:00:00Z") instanceof CommandResult.Accepted);
        proposals(id, "en").body(DECREES + ".reason", equalTo("机房断电"));
        assertEquals(List.of("系统故障", "机房断电"), reasons(read(AUTHORITY, id)), "both are on record, the last one counts");
        assertEquals(List.of("系统故障", "机房断电"), reasons(read(HOUSING, id)));

        String act = Organs.path(order(id));
        for (String agency : List.of(AUTHORITY, POLICE)) {
            Organs.get(agency, act, "zh")
                    .body("about.reasons.reason", contains("系统故障", "机房断电"))
                    .body("about.reasons.agency.code", contains(POLICE, POLICE));
        }
    }

    @Test
    void onceTheOrganHasActed_noReasonIsTakenAnyMore() {
        UUID id = requested();
        at("2025-08-21T16:00:00Z");
        assertTrue(isOffered(id));
        Organs.path(order(id));
        assertFalse(isOffered(id));
        CommandResult late = state(id, "系统故障", "2025-08-22T02:00:00Z");
        assertEquals(
                ProblemType.CONFLICT, ((CommandResult.Refused) late).problem().type());
        assertEquals(
                "An organ has acted about it; no reason can be stated any more",
                ((CommandResult.Refused) late).problem().detail().en());
        assertEquals(List.of(), reasons(read(AUTHORITY, id)));
    }

    private boolean isOffered(UUID id) {
        return read(POLICE, id).actions().stream()
                .anyMatch(action -> action.action().equals("state-reason") && action.yours());
    }

    @Test
    void whereNoneIsStated_theProposalSaysSo_inBothLanguages() {
        UUID id = requested();
        at("2025-08-21T16:00:00Z");
        proposals(id, "en")
                .body(DECREES + ".reason", nullValue())
                .body(DECREES + ".text", containsString("has not stated a reason."));
        proposals(id, "zh").body(DECREES + ".text", containsString("长沙市公安局尚未说明理由。"));
        String act = Organs.path(order(id));
        Organs.get(AUTHORITY, act, "en").body("about.reasons", empty());
    }

    @Test
    void whatWasStated_isInTheTrailAsAKeyedHash() throws Exception {
        UUID id = requested();
        state(id, "系统故障", "2025-08-06T01:00:00Z");
        assertEquals(
                1,
                story.count("select count(*) from govshare.audit_entry e join govshare.case_clock k"
                        + " on e.details ->> ('reasons/' || k.id) like '%:%' where k.case_id = '" + id
                        + "' and e.action = 'state-reason' and e.details ->> 'article' = '39 (4)'"));
        assertEquals(
                0, story.count("select count(*) from govshare.audit_entry where cast(details as text) like '%系统故障%'"));
    }
}
