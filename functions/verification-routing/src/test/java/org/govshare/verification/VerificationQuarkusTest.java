package org.govshare.verification;

import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.command;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.casework.EffectHandler;
import org.govshare.casework.law.LawBook;
import org.govshare.records.RecordChange;
import org.govshare.records.RecordStore;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.regulation.pack.BrokenPack;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A doubt goes from requester to authority to provider and back; a repair changes the records (Hebei art. 16 para. 2). */
@QuarkusTest
@TestProfile(AnotherKindOfDoubt.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class VerificationQuarkusTest {
    private static final String CITY_PLATFORM = "Y1130100FAKE000214";
    private static final String PROVIDER = "Y1130000FAKE01024F";
    private static final String DATASET = "hebei-communities";
    private static final String KEY = "130102001001";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @All
    @Inject
    List<EffectHandler> handlers;

    @Inject
    LawBook law;

    @Inject
    RecordStore records;

    private LawTimeShift time;

    @BeforeEach
    void world() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
            owner.createStatement().execute("""
                            insert into govshare.backflow_need (city, dataset_id, stated_by, stated_at)
                            values ('130100', 'hebei-communities', '%s', now()) on conflict do nothing
                            """.formatted(CITY_PLATFORM));
        }
        time = new LawTimeShift(ownerUrl);
        time.to(Instant.parse("2025-05-12T02:00:00Z"));
        records.apply(DATASET, List.of(RecordChange.upsert(KEY, "130102", payload("棉一东社区居民委员会"))));
    }

    @Test
    void effectsThatPacksMayName_haveTheirHandlerHere() {
        List<String> here = handlers.stream().map(EffectHandler::effect).toList();
        Set<String> named = law.runners().effects().get("verification");
        assertEquals(Set.of("push-correction", "notify", "file-with-authority", "report-to-authority"), named);
        assertTrue(here.containsAll(named), () -> named + " may be named, here are " + here);
    }

    @Test
    void repair_changesTheRecordsAndWakesTheCity() throws Exception {
        String id = forwarded();
        act(PROVIDER, id, report("repaired"), List.of(change("棉一东社区居委会")))
                .statusCode(200)
                .body("step", equalTo("verified"));
        assertTrue(says("棉一东社区居委会"));
        assertTrue(count("select count(*) from govshare.outbox where subject = '130100/hebei-communities'") > 0);
        read(CITY_PLATFORM, id).body("timeline.action", contains("open", "forward", "report-result"));
    }

    /** Its `open-grant` belongs to another function; what other functions run is theirs to judge. */
    @Test
    void packThatNamesAnEffectThisFunctionLacks_doesNotLoad() {
        assertEquals(
                List.of("lacking-2025"),
                law.law().broken().stream().map(BrokenPack::id).toList());
        assertTrue(law.law()
                .broken()
                .get(0)
                .flaws()
                .toString()
                .contains("steps.rechecking.actions.report-result.effects[0]: unknown effect \"open-grant\""));
    }

    /** A kind of doubt that a folder of packs has run as a verification: with its own fields, seen here alone. */
    @Test
    void doubtOfAnotherKind_runsAsAVerification() {
        Map<String, Object> doubt = Map.of(
                "dataset", DATASET, "kind", "recheck", "records", List.of(KEY), "source", "现场核查", "doubt", "名称有误");
        String id = command(CITY_PLATFORM, "clerk")
                .body(doubt)
                .post("/verifications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        read(CITY_PLATFORM, id)
                .body("kind", equalTo("recheck"))
                .body("packs", contains("recheck-2025"))
                .body("facts.source", equalTo("现场核查"));
        act(PROVIDER, id, report("repaired"), List.of(change("棉一东社区居委会")))
                .statusCode(200)
                .body("closed", equalTo(true));
        Map<String, Object> other = new HashMap<>(doubt);
        other.put("kind", "share-request");
        command(CITY_PLATFORM, "clerk")
                .body(other)
                .post("/verifications")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/kind"));
    }

    @Test
    void everythingWrong_isNamedAtOnce() {
        command(CITY_PLATFORM, "clerk")
                .body(Map.of("kind", "doubt", "dataset", "zz", "records", List.of(), "source", "x"))
                .post("/verifications")
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/kind", "/dataset", "/records"));
        raise(CITY_PLATFORM, List.of("000000000000", KEY, "000000000001"))
                .statusCode(422)
                .body("violations.pointer", contains("/records/0", "/records/2"));
    }

    @Test
    void recordOutsideTheCitysTerritory_isNoneOfItsOwn() {
        records.apply(DATASET, List.of(RecordChange.upsert("130202001001", "130202", payload("别市的社区"))));
        raise(CITY_PLATFORM, List.of(KEY, "130202001001"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/records/1"))
                .body("violations", hasSize(1));
    }

    @Test
    void whoMayNotReadTheDataNow_doubtsNothingOfIt() throws Exception {
        String granted = "Y1130100FAKE01032F";
        run("insert into govshare.data_grant (id, case_id, dataset_id, grantee, purpose, scope, opened_at) values"
                + " (gen_random_uuid(), gen_random_uuid(), 'hebei-communities', '" + granted
                + "', '', '', '2025-01-01')");
        raise(granted, List.of(KEY)).statusCode(201);
        run("update govshare.data_grant set suspended_at = '2025-05-01'");
        raise(granted, List.of(KEY)).statusCode(422).body("violations[0].pointer", equalTo("/dataset"));
        run("delete from govshare.data_grant");

        run("update govshare.city_platform set approval_ended_on = '2025-05-01' where region_code = '130100'");
        raise(CITY_PLATFORM, List.of(KEY)).statusCode(422).body("violations[0].pointer", equalTo("/dataset"));
    }

    @Test
    void clarification_changesNothingAndTakesNoChanges() throws Exception {
        String id = forwarded();
        act(PROVIDER, id, report("clarified"), List.of(change("别的名称")))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/changes"));
        act(PROVIDER, id, report("clarified"), null).statusCode(200);
        assertTrue(says("棉一东社区居民委员会"));
    }

    @Test
    void repairWithoutChanges_isRefusedAndTheClockRunsOn() {
        String id = forwarded();
        act(PROVIDER, id, report("repaired"), null).statusCode(422).body("violations[0].pointer", equalTo("/changes"));
        Map<String, Object> broken = Map.of("key", KEY, "region", "13", "payload", Map.of("name", "x"));
        act(PROVIDER, id, report("repaired"), List.of(broken))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/changes/0/region"));
        read(PROVIDER, id).body("step", equalTo("verification")).body("clocks[1].endedAt", equalTo(null));
    }

    @Test
    void extension_isAskedConsentedAndMovesTheDueDay() {
        String id = forwarded();
        read(PROVIDER, id)
                .body("clocks.rule", contains("forward", "verify"))
                .body("clocks[1].lastDay", equalTo("2025-05-26"));
        Map<String, String> ask = Map.of("clock", "verify", "amount", "5", "grounds", "须实地核查");
        act(PROVIDER, id, Map.of("action", "ask-extension", "fields", ask), null)
                .statusCode(200);
        act(CITY_PLATFORM, id, Map.of("action", "consent-extension", "fields", Map.of("clock", "verify")), null)
                .statusCode(200);
        // 31 May to 2 June is the Dragon Boat festival: 27, 28, 29, 30 May and 3 June.
        read(PROVIDER, id).body("clocks[1].extension", equalTo(5)).body("clocks[1].lastDay", equalTo("2025-06-03"));
    }

    @Test
    void doubt_isTakenOnlyFromThoseWhoHoldTheDataAndAboutRecordsThatExist() {
        raise("Y1130100FAKE01032F", List.of(KEY)).statusCode(422).body("violations[0].pointer", equalTo("/dataset"));
        raise("Y1130200FAKE000219", List.of(KEY)).statusCode(422).body("violations[0].pointer", equalTo("/dataset"));
        raise(CITY_PLATFORM, List.of("000000000000"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/records/0"));
        raise(CITY_PLATFORM, List.of()).statusCode(422).body("violations", hasSize(1));
    }

    private String forwarded() {
        String id = raise(CITY_PLATFORM, List.of(KEY)).statusCode(201).extract().path("id");
        act(CITY_PLATFORM, id, Map.of("action", "forward", "fields", Map.of()), null)
                .statusCode(200);
        return id;
    }

    private static Map<String, Object> report(String outcome) {
        return Map.of("action", "report-result", "fields", Map.of("outcome", outcome, "result", "已核查"));
    }

    private static Map<String, Object> change(String name) {
        return Map.of("key", KEY, "region", "130102", "payload", Map.of("code", KEY, "name", name));
    }

    private static com.fasterxml.jackson.databind.JsonNode payload(String name) {
        return JsonNodeFactory.instance.objectNode().put("code", KEY).put("name", name);
    }

    private static ValidatableResponse raise(String agency, List<String> keys) {
        return command(agency, "clerk")
                .body(Map.of("dataset", DATASET, "records", keys, "doubt", "名称似有误"))
                .post("/verifications")
                .then();
    }

    private static ValidatableResponse act(String agency, String id, Map<String, ?> action, List<?> changes) {
        Map<String, Object> body = new java.util.HashMap<>(action);
        if (changes != null) {
            body.put("changes", changes);
        }
        return command(agency, "clerk")
                .body(body)
                .post("/verifications/" + id + "/actions")
                .then();
    }

    private static ValidatableResponse read(String agency, String id) {
        return as(agency, "clerk").get("/verifications/" + id).then().statusCode(200);
    }

    private boolean says(String name) throws Exception {
        return count("select count(*) from govshare.record where key = '" + KEY + "' and payload ->> 'name' = '" + name
                        + "'")
                == 1;
    }

    private void run(String sql) throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            owner.createStatement().execute(sql);
        }
    }

    private long count(String sql) throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                ResultSet row = owner.createStatement().executeQuery(sql)) {
            assertEquals(true, row.next());
            return row.getLong(1);
        }
    }
}
