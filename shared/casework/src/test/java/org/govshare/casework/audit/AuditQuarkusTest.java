package org.govshare.casework.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.ExportedTrail;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.govshare.testkit.http.ShareForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trail as its auditors read it; no person and no free text stands in it, nor in what deduplicates commands. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class AuditQuarkusTest {
    private static final String TEXT = "流调时核对王某某的住址";
    private static final String PERSON = "person-of-flesh-and-blood";

    private static final String SHIJIAZHUANG_AUDIT = "Y1130100FAKE01251R";
    private static final String SHIJIAZHUANG_MARKET = "Y1130100FAKE010597";
    private static final String PROVINCE_AUDIT = "Y1130000FAKE01251L";
    private static final String PROVINCE_MARKET = "Y1130000FAKE010592";
    private static final String HUNAN_AUDIT = "Y1430000FAKE01251Q";
    private static final String NATIONAL_AUTHORITY = "Y1000000FAKE00021U";
    private static final String NATIONAL_AUDIT = "Y1000000FAKE01251H";
    private static final String MINISTRY = "Y1000000FAKE01016H";
    private static final String EARLIER_READER = "Y1210100FAKE00013P";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Inject
    Trail trail;

    @BeforeEach
    void registry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        new LawTimeShift(ownerUrl).to(Instant.parse("2025-09-24T02:00:00Z"));
    }

    @Test
    void auditorOfTheRegion_readsPageByPage() {
        String id = submit("k-" + UUID.randomUUID(), 201).extract().path("id");
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk").get("/requests/" + id).then().statusCode(200);

        List<JsonPath> entries = pages("/audit/entries?limit=1&agency=" + Agencies.SHIJIAZHUANG_HEALTH);
        List<JsonPath> ofCase = pages("/audit/entries?case=" + id);

        assertTrue(entries.stream().anyMatch(e -> e.getString("action").equals("read-case")));
        assertTrue(entries.stream().anyMatch(e -> id.equals(e.getString("case"))));
        assertEquals(
                List.of("open", "read-case"),
                ofCase.stream().map(e -> e.getString("action")).toList());
        List<JsonPath> again = pages("/audit/entries?agency=" + Agencies.PROVINCE_AUTHORITY);
        assertTrue(again.stream()
                .anyMatch(e -> e.getString("action").equals("exported-trail") && id.equals(e.getString("case"))));
    }

    @Test
    void whatIsRead_canBeChainedAnew_whicheverParameterChoseIt() {
        submit("k-" + UUID.randomUUID(), 201);
        String id = submit("k-" + UUID.randomUUID(), 201).extract().path("id");
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk").get("/requests/" + id).then().statusCode(200);
        ExportedTrail whole = exported("");
        JsonNode opened =
                whole.where(entry -> id.equals(entry.path("case").asText())).get(0);
        Instant at = at(opened);

        assertEquals(List.of(), whole.faults());
        assertEquals(List.of(), whole.gaps());
        Map<String, Predicate<JsonNode>> parameters = Map.of(
                "&case=" + id, entry -> id.equals(entry.path("case").asText()),
                "&agency=" + Agencies.SHIJIAZHUANG_HEALTH,
                        entry -> entry.path("agency").asText().equals(Agencies.SHIJIAZHUANG_HEALTH),
                "&from=" + at, entry -> !at(entry).isBefore(at),
                "&to=" + at, entry -> at(entry).isBefore(at),
                "&case=" + id + "&to=" + at, entry -> false);
        parameters.forEach((parameter, wanted) -> {
            ExportedTrail chosen = exported(parameter);
            assertEquals(List.of(), whole.wronglyChosen(chosen, wanted), parameter);
            assertEquals(List.of(), chosen.faults(), parameter);
        });
    }

    @Test
    void whoReadACase_isShownToWhoeverOverseesIt_fromOtherLevelsToo() throws Exception {
        String id = submit("k-" + UUID.randomUUID(), 201).extract().path("id");
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk").get("/requests/" + id).then().statusCode(200);
        as(Agencies.PROVINCE_POLICE, "clerk").get("/requests/" + id).then().statusCode(200);
        as(Agencies.PROVINCE_GOVERNMENT, "auditor")
                .get("/requests/" + id)
                .then()
                .statusCode(200);
        entered("read-case", id);

        List<String> all = List.of(
                "open " + Agencies.SHIJIAZHUANG_HEALTH,
                "read-case " + Agencies.SHIJIAZHUANG_HEALTH,
                "read-case " + Agencies.PROVINCE_POLICE,
                "read-case " + Agencies.PROVINCE_GOVERNMENT,
                "read-case " + EARLIER_READER);
        for (String overseer : List.of(
                Agencies.SHIJIAZHUANG_AUTHORITY, SHIJIAZHUANG_AUDIT, PROVINCE_AUDIT, Agencies.PROVINCE_AUTHORITY)) {
            assertEquals(all, whoDidWhat(overseer, id), overseer);
        }
        assertEquals(all.subList(0, 2), whoDidWhat(Agencies.SHIJIAZHUANG_HEALTH, id));
        assertEquals(List.of(all.get(0), all.get(2)), whoDidWhat(Agencies.PROVINCE_POLICE, id));
        assertEquals(List.of(), whoDidWhat(SHIJIAZHUANG_MARKET, id));
        assertEquals(List.of(), whoDidWhat(HUNAN_AUDIT, id));
        as(SHIJIAZHUANG_AUDIT, "auditor")
                .get("/requests/" + id)
                .then()
                .statusCode(200)
                .body("timeline.action", equalTo(List.of("open")));
    }

    @Test
    void nationsOverseers_seeTheCasesAndTheTrailOfAllPlaces_andAMinistryDoesNot() throws Exception {
        String id = submit("k-" + UUID.randomUUID(), 201).extract().path("id");
        for (String overseer : List.of(NATIONAL_AUTHORITY, NATIONAL_AUDIT)) {
            assertEquals(
                    "open " + Agencies.SHIJIAZHUANG_HEALTH,
                    whoDidWhat(overseer, id).get(0),
                    overseer);
            as(overseer, "auditor").get("/requests/" + id).then().statusCode(200);
            as(overseer, "auditor").get("/requests?limit=1").then().body("items.size()", equalTo(1));
        }
        assertEquals(List.of(), whoDidWhat(MINISTRY, id));
        as(MINISTRY, "auditor").get("/requests/" + id).then().statusCode(404);
        as(MINISTRY, "auditor").get("/requests").then().body("items.size()", equalTo(0));
        as(HUNAN_AUDIT, "auditor").get("/requests/" + id).then().statusCode(404);
    }

    @Test
    void ordinaryAgencysAuditor_readsWhatItsAgencyDid_andNothingElse() throws Exception {
        submit("k-" + UUID.randomUUID(), 201);
        as(PROVINCE_MARKET, "auditor").get("/requests?limit=1").then().statusCode(200);
        lines(PROVINCE_MARKET, "/audit/entries");

        List<String> actions = lines(PROVINCE_MARKET, "/audit/entries").stream()
                .map(line -> JsonPath.from(line).getString("agency") + " "
                        + JsonPath.from(line).getString("action"))
                .distinct()
                .toList();
        assertEquals(List.of(PROVINCE_MARKET + " exported-trail"), actions);
        as(PROVINCE_MARKET, "operator").get("/audit/entries").then().statusCode(403);
        as(Agencies.PROVINCE_AUTHORITY, "operator").get("/audit/entries").then().statusCode(403);
    }

    @Test
    void pageOfCasesReadByAnOverseer_isEnteredWithWhatWasAsked_andNoOtherPage() throws Exception {
        submit("k-" + UUID.randomUUID(), 201);
        String last = "select details::text from govshare.audit_entry where action = 'listed-cases' and agency = '"
                + PROVINCE_AUDIT + "' order by chain desc, seq desc limit 1";
        String listings = "select count(*) from govshare.audit_entry where action = 'listed-cases'";
        as(PROVINCE_AUDIT, "auditor")
                .get("/requests?state=open&overdue=false&dataset=hebei-standard-addresses&limit=1")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        JsonPath entered = JsonPath.from(asOwner(last));
        assertTrue(List.of(entered.getString("kinds").split(" ")).contains("share-request"));
        assertEquals("open", entered.getString("state"));
        assertEquals("false", entered.getString("overdue"));
        assertEquals("hebei-standard-addresses", entered.getString("dataset"));
        assertEquals("first", entered.getString("page"));
        assertEquals("1", entered.getString("rows"));

        String before = asOwner(listings);
        as(PROVINCE_AUDIT, "auditor").get("/requests?dataset=王某某").then().statusCode(422);
        for (String agency : List.of(Agencies.SHIJIAZHUANG_HEALTH, PROVINCE_MARKET)) {
            as(agency, "auditor").get("/requests").then().statusCode(200);
        }
        as(PROVINCE_AUDIT, "auditor").get("/requests?party=requester").then().statusCode(200);
        assertEquals(before, asOwner(listings));
    }

    @Test
    void otherRegionAndOtherRoles_readNothing() throws Exception {
        String id = submit("k-" + UUID.randomUUID(), 201).extract().path("id");
        String tangshan =
                asOwner("select credit_code from govshare.agency where kind = 'authority' and region_code = '130200'");

        for (String agency : List.of(Agencies.SHIJIAZHUANG_AUTHORITY, Agencies.PROVINCE_AUTHORITY)) {
            assertFalse(lines(agency, "/audit/entries?case=" + id).isEmpty(), agency);
        }
        assertEquals(List.of(), lines(tangshan, "/audit/entries?case=" + id));
        as(Agencies.PROVINCE_AUTHORITY, "clerk").get("/audit/entries").then().statusCode(403);
    }

    @Test
    void parametersOfNoMeaning_areNamed() {
        for (String query :
                List.of("case=x", "agency=x", "from=yesterday", "to=%2B99999-01-01T00:00:00Z", "after=!", "limit=0")) {
            as(Agencies.PROVINCE_AUTHORITY, "auditor")
                    .urlEncodingEnabled(false)
                    .get("/audit/entries?" + query)
                    .then()
                    .statusCode(422)
                    .body("violations[0].pointer", equalTo(query.split("=")[0]));
        }
    }

    @Test
    void neitherPersonNorFreeText_standsBesideTheCase() throws Exception {
        String id = submit("k-" + UUID.randomUUID(), 201).extract().path("id");
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk").get("/requests/" + id).then().statusCode(200);

        for (String table : List.of("audit_entry", "inbox", "outbox", "notice")) {
            for (String secret : List.of(TEXT, PERSON)) {
                assertEquals(
                        "0",
                        asOwner("select count(*) from govshare." + table + " t where t::text like '%" + secret + "%'"),
                        table);
            }
        }
        String metrics = given().get("/q/metrics").asString();
        assertFalse(metrics.contains(PERSON) || metrics.contains(TEXT));
        assertEquals("64", asOwner("select max(length(sender)) from govshare.inbox"));
    }

    @Test
    void repeatOfACommandWhoseAnswerIsErased_isToldAndDoneOnce() throws Exception {
        String key = "k-" + UUID.randomUUID();
        submit(key, 201);
        String cases = asOwner("select count(*) from govshare.case_file");
        asOwner("update govshare.inbox set answer = null, location = null, erased_at = now() where event_id = '" + key
                + "' returning event_id");

        submit(key, 410).body("type", equalTo("urn:govshare:problem:answer-erased"));
        assertEquals(cases, asOwner("select count(*) from govshare.case_file"));
    }

    private static ValidatableResponse submit(String key, int status) {
        String body = ShareForm.json("hebei-standard-addresses", Map.of("scenario", TEXT));
        return post(Agencies.SHIJIAZHUANG_HEALTH, "/requests", key, body).statusCode(status);
    }

    private static ValidatableResponse post(String agency, String path, String key, String body) {
        return as(agency, "leader")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON.withCharset("UTF-8"))
                .body(body)
                .post(path)
                .then();
    }

    /** As a release before 0.2 entered a reading: the case stands in the details alone. */
    private void entered(String action, String id) {
        TrailEntry entry = new TrailEntry(
                Optional.empty(),
                Instant.parse("2025-09-25T02:00:00Z"),
                EARLIER_READER,
                PERSON,
                action,
                Map.of("case", id));
        QuarkusTransaction.requiringNew().run(() -> trail.enter(entry));
    }

    /** What an auditor finds of a case, but who exported it. */
    private static List<String> whoDidWhat(String agency, String id) {
        return lines(agency, "/audit/entries?case=" + id).stream()
                .map(JsonPath::from)
                .filter(entry -> !entry.getString("action").equals("exported-trail"))
                .map(entry -> entry.getString("action") + " " + entry.getString("agency"))
                .toList();
    }

    private static ExportedTrail exported(String parameters) {
        return ExportedTrail.of(lines(Agencies.PROVINCE_AUTHORITY, "/audit/entries?limit=5000" + parameters));
    }

    private static Instant at(JsonNode entry) {
        return Instant.parse(entry.path("at").asText());
    }

    /** All pages, followed by their links. */
    private static List<JsonPath> pages(String path) {
        List<JsonPath> entries = new ArrayList<>();
        String next = path;
        while (next != null) {
            Response page = as(Agencies.PROVINCE_AUTHORITY, "auditor")
                    .urlEncodingEnabled(false)
                    .get(next);
            assertEquals(200, page.statusCode());
            page.asString().lines().map(JsonPath::from).forEach(entries::add);
            String link = page.header("Link");
            next = link == null ? null : relative(link.substring(1, link.indexOf('>')));
        }
        return entries;
    }

    private static String relative(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static List<String> lines(String agency, String path) {
        Response page = as(agency, "auditor").get(path);
        assertEquals(200, page.statusCode());
        return page.asString().lines().toList();
    }

    private static RequestSpecification as(String agency, String role) {
        return given().header(
                        "Authorization",
                        TestTokens.of(PERSON).with("agency", agency).roles(role).bearer());
    }

    private String asOwner(String sql) throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                var statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
