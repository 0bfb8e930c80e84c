package org.govshare.escalation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.Cases;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandResult;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decree 809 art. 21 para. 1: the authority of the provider's level consents to more time, and the requester is told. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class ToldOfExtensionQuarkusTest {
    private static final String HOUSING = "Y1430100FAKE011127";
    private static final String POLICE = "Y1430100FAKE01016X";
    private static final String AUTHORITY = "Y1430100FAKE0003X0";

    @Inject
    Story story;

    @Inject
    Cases cases;

    @Inject
    Registry registry;

    @BeforeEach
    void world() {
        story.loadRegistry();
    }

    private static CommandContext context(String agency, String at) {
        CommandEvent event =
                new CommandEvent("test", UUID.randomUUID().toString(), "test", JsonNodeFactory.instance.objectNode());
        return new CommandContext(new Caller("test", agency, Set.of("clerk", "leader")), event, Instant.parse(at));
    }

    private static UUID accepted(CommandResult result) {
        assertTrue(result instanceof CommandResult.Accepted, result::toString);
        return UUID.fromString(
                ((CommandResult.Accepted) result).body().get("id").textValue());
    }

    private UUID requested(String at) {
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
        return accepted(QuarkusTransaction.requiringNew()
                .call(() -> cases.open(
                        context(HOUSING, at),
                        "share-request",
                        "/requests",
                        dataset,
                        Optional.of(dataset.shareClass()),
                        form)));
    }

    private void act(String agency, UUID id, String action, Map<String, String> fields, String at) {
        story.time().to(Instant.parse(at));
        accepted(QuarkusTransaction.requiringNew()
                .call(() -> cases.act(context(agency, at), Set.of("share-request"), id, action, fields, "")));
    }

    @Test
    void requester_isToldOfTheConsentAndUntilWhen_notOfWhatWasAskedOrDenied() {
        UUID id = requested("2025-08-04T01:00:00Z");
        Map<String, String> more = Map.of("clock", "reply", "amount", "10", "grounds", "核对量大");
        act(POLICE, id, "ask-extension", more, "2025-08-15T01:00:00Z");
        act(AUTHORITY, id, "deny-extension", Map.of("clock", "reply", "reason", "不足"), "2025-08-15T02:00:00Z");
        act(POLICE, id, "ask-extension", more, "2025-08-15T03:00:00Z");
        Organs.get(HOUSING, "/notices?case=" + id, "en").body("items", empty());

        act(AUTHORITY, id, "consent-extension", Map.of("clock", "reply"), "2025-08-18T01:00:00Z");
        Organs.get(HOUSING, "/notices?case=" + id, "en")
                .body("items", hasSize(1))
                .body("items[0].act", equalTo("consent-extension"))
                .body("items[0].basis", equalTo("decree-809-2025 21 para. 1"))
                .body("items[0].due", equalTo("2025-09-01T16:00:00Z"))
                .body("items[0].text", containsString("is extended with the consent of 长沙市数据局"))
                .body("items[0].text", containsString("by 24:00 (Asia/Shanghai) on 2025-09-01"));
        Organs.get(HOUSING, "/notices?case=" + id, "zh")
                .body("items[0].text", containsString("长沙市公安局完成“"))
                .body("items[0].text", containsString("的期限，经长沙市数据局同意延长，依据《政务数据共享条例》第21条第1款"));
    }
}
