package org.govshare.standalone.law;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInRelativeOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.casework.EffectHandler;
import org.govshare.casework.law.LawBook;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A kind of procedure and two kinds of organs' acts that stand in a folder of YAML alone, driven over HTTP to their end. */
@QuarkusTest
@TestProfile(YamlAlone.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class YamlAloneQuarkusTest {
    private static final String BUREAU = "Y1511000FAKE00021X";
    private static final String GOVERNMENT = "Y1511000FAKE000133";
    private static final String POLICE = "Y1511000FAKE01016K";
    private static final String HOUSING = "Y1511000FAKE01112W";
    private static final String CONTRACTOR = "Y1130000FAKE09018L";
    private static final Map<String, String> INTERVIEW = Map.of("grounds", "late-answer", "until", "2026-03-12");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Inject
    LawBook law;

    @All
    @Inject
    List<EffectHandler> handlers;

    @BeforeEach
    void registry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
            owner.createStatement()
                    .execute("insert into govshare.contractor (contractor_code, principal_code, approved_on,"
                            + " contractor_name, approval_document) select '" + CONTRACTOR + "', code, '2024-01-01',"
                            + " '示例（虚构）', '示例' from unnest(array['" + BUREAU + "', '" + HOUSING + "']) code"
                            + " on conflict do nothing");
        }
        at("2026-03-02T02:00:00Z");
    }

    private void at(String moment) {
        new LawTimeShift(ownerUrl).to(Instant.parse(moment));
        tick();
    }

    private static void tick() {
        given().header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID().toString())
                .header("ce-source", "//test")
                .header("ce-type", "org.govshare.escalation.tick.v1")
                .header("Govshare-Sink-Secret", YamlAlone.SECRET)
                .contentType("application/json")
                .body("{}")
                .post("/")
                .then()
                .statusCode(204);
    }

    /** Opened on Monday 2 March 2026; the days counted are 3, 4 and 5 March. */
    private String complained() {
        return path(post(HOUSING, "/requests", complaint("地址有误")));
    }

    private static Map<String, String> complaint(String what) {
        return Map.of("dataset", "neijiang-household-addresses", "kind", "complaint", "complaint", what);
    }

    private static Map<String, ?> about(String path, String clock, Map<String, String> fields) {
        return Map.of("case", id(path), "clock", clock, "fields", fields);
    }

    @Test
    void effectsOfTheProduct_areThoseThatHaveAHandler() {
        Set<String> registered =
                handlers.stream().map(EffectHandler::effect).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(registered, law.runners().allEffects());
        assertEquals(
                Set.of("grant-act", "organ-act", "share-request", "verification"),
                law.runners().effects().keySet());
    }

    @Test
    void complaintAndActsAboutItsLateness_runToTheirEnd() {
        String complaint = complained();
        read(HOUSING, complaint)
                .body("kind", equalTo("complaint"))
                .body("step", equalTo("answering"))
                .body("clocks[0].lastDay", equalTo("2026-03-05"));
        told(POLICE, complaint, "reminder")
                .body("items", hasSize(1))
                .body("items[0].act", equalTo("open"))
                .body("items[0].basis", equalTo("yaml-alone-2026 3"))
                .body("items[0].due", equalTo("2026-03-05T16:00:00Z"))
                .body("items[0].about", nullValue())
                .body(
                        "items[0].text",
                        equalTo("数据质量投诉：内江市住房和城乡建设局提出投诉，依据《数据质量投诉办法（虚构）》第3条。期限至2026-03-05 24:00（Asia/Shanghai）。"));
        interviewIsProposed(complaint);

        String interview = path(post(BUREAU, "/acts/interview", about(complaint, "answer", INTERVIEW)));
        assertEquals("/acts/interview/" + id(interview), interview);
        told(POLICE, interview, "order")
                .body("items[0].act", equalTo("summon-for-interview"))
                .body("items[0].about", equalTo(id(interview)))
                .body("items[0].due", equalTo("2026-03-12T16:00:00Z"))
                .body(
                        "items[0].text",
                        equalTo(
                                "约谈：内江市大数据局就内江市公安局逾期一事（应于2026-03-05 24:00（Asia/Shanghai）前完成），依据《数据质量投诉办法（虚构）》第7条。期限至2026-03-12 24:00（Asia/Shanghai）。"));
        read(POLICE, interview)
                .body("about.clock", equalTo("answer"))
                .body("clocks[0].lastDay", equalTo("2026-03-12"))
                .body("actions.find { it.action == 'attend' }.yours", equalTo(true));

        String warning = warned(interview);
        attended(interview);
        act(POLICE, complaint, "answer", Map.of("result", "已更正")).body("closed", equalTo(true));
        told(HOUSING, complaint, "reminder").body("items[0].act", equalTo("answer"));
        get(POLICE, "/acts").body("items.id", containsInRelativeOrder(id(warning), id(interview)));
        get(POLICE, "/acts/warning").body("items.id", contains(id(warning)));
    }

    /** Told overdue at 24:00 on 5 March, proposed at 24:00 on 6 March, the working day after. */
    private void interviewIsProposed(String complaint) {
        at("2026-03-06T15:59:59Z");
        told(POLICE, complaint, "reminder").body("items.rung", contains("overdue", null));
        told(BUREAU, complaint, "proposal").body("items", hasSize(0));
        at("2026-03-06T16:00:00Z");
        proposed(BUREAU, complaint, "proposal")
                .body("items[0].act", equalTo("summon-for-interview"))
                .body("items[0].text", containsString("，已经逾期。建议约谈（《数据质量投诉办法（虚构）》第7条）。"));
        read(BUREAU, complaint)
                .body("clocks[0].rungs[1].proposedAct", equalTo("summon-for-interview"))
                .body("clocks[0].rungs[1].remedies.post", contains("/acts/interview"))
                .body("clocks[0].rungs[1].remedies[0].title", equalTo("约谈"))
                .body("clocks[0].rungs[1].remedies[0].proposed", equalTo(true))
                .body("clocks[0].rungs[1].remedies[0].yours", equalTo(true));
    }

    /** Not attended by 24:00 on 12 March: the other act is proposed to the organ, which takes it up. */
    private String warned(String interview) {
        at("2026-03-12T16:00:00Z");
        proposed(BUREAU, interview, "proposal")
                .body("items[0].act", equalTo("warn"))
                .body("items[0].text", containsString("建议警告（《数据质量投诉办法（虚构）》第8条）。"));
        String warning =
                path(post(BUREAU, "/acts/warning", about(interview, "attend", Map.of("grounds", "not-attended"))));
        read(POLICE, warning).body("step", equalTo("warned")).body("closed", equalTo(true));
        told(POLICE, warning, "circular")
                .body("items[0].act", equalTo("warn"))
                .body("items[0].text", containsString("警告：内江市大数据局就内江市公安局逾期一事"));
        return warning;
    }

    private void attended(String interview) {
        act(POLICE, interview, "attend", Map.of("statement", "已说明")).body("step", equalTo("recording"));
        told(BUREAU, interview, "reminder").body("items[0].act", equalTo("attend"));
        act(BUREAU, interview, "record", Map.of()).body("step", equalTo("held")).body("closed", equalTo(true));
        told(POLICE, interview, "order").body("items[0].act", equalTo("record"));
    }

    @Test
    void whatIsTakenBack_isToldAsAWithdrawal() {
        String complaint = complained();
        act(HOUSING, complaint, "withdraw", Map.of()).body("closed", equalTo(true));
        told(POLICE, complaint, "withdrawal").body("items[0].act", equalTo("withdraw"));
    }

    @Test
    void platforms_giveTheNewKindOfActByEvent() {
        String complaint = complained();
        at("2026-03-09T02:00:00Z");
        String data = "{\"kind\":\"interview\",\"case\":\"%s\",\"clock\":\"answer\","
                + "\"fields\":{\"grounds\":\"late-answer\",\"until\":\"2026-03-12\"}}";
        String id = event("org.govshare.act.given.v1", data.formatted(id(complaint)))
                .statusCode(201)
                .extract()
                .path("id");
        event("org.govshare.act.acted.v1", "{\"act\":\"%s\",\"action\":\"cancel\"}".formatted(id))
                .statusCode(200)
                .body("step", equalTo("cancelled"));
        event("org.govshare.act.given.v1", data.formatted(id(complaint)).replace("\"interview\"", "\"complaint\""))
                .statusCode(422)
                .body("violations.pointer", contains("/data/kind"))
                .body("violations[0].message", startsWith("must be one of: "))
                .body("violations[0].message", containsString("interview"));
    }

    @Test
    void kindsThatNoPackHasAsActs_areNotFound_andNeitherIsAnActOfAnotherKind() {
        String complaint = complained();
        at("2026-03-09T02:00:00Z");
        post(BUREAU, "/acts/complaint", about(complaint, "answer", INTERVIEW)).statusCode(404);
        post(BUREAU, "/acts/reprimand", about(complaint, "answer", INTERVIEW)).statusCode(404);
        get404("/acts/reprimand");
        String interview = path(post(BUREAU, "/acts/interview", about(complaint, "answer", INTERVIEW)));
        get404("/acts/warning/" + id(interview));
        post(BUREAU, "/acts/warning/" + id(interview) + "/actions", Map.of("action", "cancel"))
                .statusCode(404);
        post(BUREAU, "/acts/interview", Map.of("kind", "warning")).statusCode(422);
        get404("/verifications/" + id(complaint));
        post(HOUSING, "/requests", Map.of("dataset", "neijiang-household-addresses", "kind", "interview"))
                .statusCode(422)
                .body("violations.pointer", contains("/kind"));
    }

    @Test
    void contractor_isKeptOutOfWhatThePackSays_byItsArticle() {
        String complaint = complained();
        at("2026-03-09T02:00:00Z");
        // Of the texts that keep it out the highest answers.
        send(contractor(BUREAU), "/acts/interview", about(complaint, "answer", INTERVIEW))
                .statusCode(403)
                .body("rule.pack", equalTo("decree-809-2025"))
                .body("rule.article", equalTo("36 para. 1"));
        refused(contractor(HOUSING), "/requests", complaint("另一事项"));
        refused(contractor(HOUSING), complaint + "/actions", Map.of("action", "withdraw"));
        contractor(HOUSING)
                .get(complaint)
                .then()
                .statusCode(200)
                .body("actions.find { it.action == 'withdraw' }.yours", equalTo(false));
        read(HOUSING, complaint).body("actions.find { it.action == 'withdraw' }.yours", equalTo(true));
        read(GOVERNMENT, complaint, 404);
    }

    private static void refused(RequestSpecification contractor, String path, Map<String, ?> body) {
        send(contractor, path, body)
                .statusCode(403)
                .body("rule.pack", equalTo("yaml-alone-2026"))
                .body("rule.article", equalTo("9"));
    }

    @Test
    void law_isPrintedInThePacksWords() {
        String table = as(POLICE)
                .header("Accept-Language", "zh")
                .get("/law/packs/yaml-alone-2026")
                .asString();
        for (String line : List.of(
                "complaint  数据质量投诉（办理同 share-request）",
                "建议约谈: 规定所在地的主管部门  [第7条]",
                "受托方不得办理：机关处理、complaint  [第9条]",
                "约谈: 机关 → summoned; 通知各方; 命令告知：责任部门  [第7条]")) {
            assertTrue(table.contains(line), () -> line + "\n" + table);
        }
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String path(ValidatableResponse opened) {
        return URI.create(opened.statusCode(201).extract().header("Location")).getPath();
    }

    /** A tick leaves a case that is held to the next one, and a notice is listed once no older transaction is open. */
    private static ValidatableResponse proposed(String agency, String path, String kind) {
        await().until(() -> {
            tick();
            return !told(agency, path, kind).extract().<List<?>>path("items").isEmpty();
        });
        return told(agency, path, kind);
    }

    private static ValidatableResponse told(String agency, String path, String kind) {
        return get(agency, "/notices?case=" + id(path) + "&kind=" + kind);
    }

    private static ValidatableResponse read(String agency, String path) {
        return read(agency, path, 200);
    }

    private static ValidatableResponse read(String agency, String path, int status) {
        return as(agency).header("Accept-Language", "zh").get(path).then().statusCode(status);
    }

    private static ValidatableResponse get(String agency, String path) {
        return read(agency, path, 200);
    }

    private static void get404(String path) {
        read(BUREAU, path, 404);
    }

    private static ValidatableResponse act(String agency, String path, String action, Map<String, String> fields) {
        return post(agency, path + "/actions", Map.of("action", action, "fields", fields))
                .statusCode(200);
    }

    private static ValidatableResponse post(String agency, String path, Map<String, ?> body) {
        return send(as(agency), path, body);
    }

    private static ValidatableResponse send(RequestSpecification caller, String path, Map<String, ?> body) {
        return caller.header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse event(String type, String data) {
        return as(BUREAU)
                .header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID().toString())
                .header("ce-source", "//bureau")
                .header("ce-type", type)
                .contentType("application/json")
                .body(data)
                .post("/events")
                .then();
    }

    private static RequestSpecification as(String agency) {
        return given().header(
                        "Authorization", TestTokens.agency(agency, "clerk").bearer());
    }

    private static RequestSpecification contractor(String principal) {
        return given().header(
                        "Authorization",
                        TestTokens.agency(CONTRACTOR, "contractor")
                                .with("on_behalf_of", principal)
                                .bearer());
    }
}
