package org.govshare.standalone.pairs;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasValue;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.http.Api;

/**
 * A request between two agencies, as they and the organs drive it over HTTP. Whoever acts is its agency's head of the
 * sharing office (共享工作机构负责人) unless a method says otherwise.
 */
final class PairCase {
    private static final String HEAD = "leader";

    final Pair pair;
    final String id;

    private PairCase(Pair pair, String id) {
        this.pair = pair;
        this.id = id;
    }

    /** The answer to a request of the pair's requester. */
    static ValidatableResponse trySubmit(Pair pair, String role, Map<String, ?> form) {
        return trySubmit(pair.requester, role, pair.dataset, form);
    }

    static ValidatableResponse trySubmit(String agency, String role, String dataset, Map<String, ?> form) {
        Map<String, Object> body = new HashMap<>(form);
        body.put("dataset", dataset);
        return send(agency, role, "/requests", body);
    }

    /** A request that states all that the texts ask for since 1 August 2025. */
    static PairCase submitted(Pair pair) {
        return submitted(pair, HEAD, pair.form());
    }

    static PairCase submitted(Pair pair, String role, Map<String, ?> form) {
        return new PairCase(
                pair, trySubmit(pair, role, form).statusCode(201).extract().path("id"));
    }

    /** An agency acts upon the request, which must be allowed. */
    PairCase act(String agency, String action, Map<String, ?> fields) {
        tryAct(agency, HEAD, action, fields).statusCode(200);
        return this;
    }

    /** An agency acts upon the request without stating anything, which must be allowed. */
    PairCase act(String agency, String action) {
        return act(agency, action, Map.of());
    }

    ValidatableResponse tryAct(String agency, String role, String action, Map<String, ?> fields) {
        return send(agency, role, "/requests/" + id + "/actions", Map.of("action", action, "fields", fields));
    }

    /** An action without a field is refused, by the text and article that ask for the field. */
    PairCase lacking(String agency, String action, Map<String, ?> fields, String field, String pack, String article) {
        tryAct(agency, HEAD, action, fields)
                .statusCode(422)
                .body("violations.pointer", contains("/fields/" + field))
                .body("rule.pack", equalTo(pack))
                .body("rule.article", equalTo(article));
        return this;
    }

    /** A clerk is refused, by the article of Decree 809 that leaves the action to the head of the sharing office. */
    PairCase notForClerks(String agency, String action, Map<String, ?> fields, String article) {
        tryAct(agency, "clerk", action, fields)
                .statusCode(403)
                .body("rule.pack", equalTo(Pair.DECREE))
                .body("rule.article", equalTo(article));
        return this;
    }

    /** An action that the case has at another step, or has had once already, is refused. */
    PairCase notNow(String agency, String action, Map<String, ?> fields) {
        tryAct(agency, HEAD, action, fields).statusCode(409).body("violations.pointer", contains("/action"));
        return this;
    }

    /** An action that no text of the case knows is refused. */
    PairCase unknown(String agency, String action, Map<String, ?> fields) {
        tryAct(agency, HEAD, action, fields).statusCode(422).body("violations.pointer", contains("/action"));
        return this;
    }

    ValidatableResponse read(String agency) {
        return Api.as(agency, HEAD)
                .header("Accept-Language", "en")
                .get("/requests/" + id)
                .then()
                .statusCode(200);
    }

    /** The request is at a step. */
    PairCase at(String step, boolean closed) {
        read(pair.requester).body("step", equalTo(step)).body("closed", equalTo(closed));
        return this;
    }

    /** The last action rested on this text and article. */
    PairCase under(String basis) {
        read(pair.requester).body("timeline[-1].basis", equalTo(basis));
        return this;
    }

    /** A clock runs until the end of a day. */
    PairCase due(String clock, String obligor, String lastDay) {
        read(pair.provider)
                .body(clock(clock) + "obligor.code", equalTo(obligor))
                .body(clock(clock) + "lastDay", equalTo(lastDay))
                .body(clock(clock) + "due", equalTo(World.endOf(lastDay)))
                .body(clock(clock) + "ended", nullValue());
        return this;
    }

    /** The duties of these clocks were done in time. */
    PairCase done(String... clocks) {
        for (String name : clocks) {
            read(pair.provider)
                    .body(clock(name) + "ended", equalTo("FULFILLED"))
                    .body(clock(name) + "breached", equalTo(false));
        }
        return this;
    }

    /** The agencies of a party. */
    PairCase party(String name, String... agencies) {
        read(pair.provider).body("parties.'" + name + "'.code", contains((Object[]) agencies));
        return this;
    }

    /** An organ alone is proposed to order correction, at the end of a day under a text and article, and is told so. */
    PairCase proposed(String clock, String rung, String day, String organ, String basis) {
        return proposed("order-correction", clock, rung, day, organ, basis);
    }

    /** An organ alone is proposed an act, at the end of a day under a text and article, and is told so. */
    PairCase proposed(String act, String clock, String rung, String day, String organ, String basis) {
        String path = rung(clock, rung);
        read(organ)
                .body(path + "due", equalTo(World.endOf(day)))
                .body(path + "firedAt", not(nullValue()))
                .body(path + "proposedAct", equalTo(act))
                .body(path + "addressees.code", contains(organ))
                .body(path + "basis", equalTo(basis));
        Api.as(organ, HEAD)
                .get("/notices?kind=proposal&case=" + id)
                .then()
                .body("items.findAll { it.rung == '" + rung + "' }.basis", hasItem(basis));
        return this;
    }

    /** A rung has not fired, and is due at the end of a day. */
    PairCase notYet(String clock, String rung, String day) {
        read(pair.provider)
                .body(rung(clock, rung) + "due", equalTo(World.endOf(day)))
                .body(rung(clock, rung) + "firedAt", nullValue());
        return this;
    }

    /** The answer to an organ's order about a late clock. */
    ValidatableResponse tryOrder(String organ, String clock, String grounds, String until) {
        Map<String, String> fields = Map.of("grounds", grounds, "correct", "立即办理", "by", until);
        return send(organ, HEAD, "/acts/correction", Map.of("case", id, "clock", clock, "fields", fields));
    }

    /** An organ orders correction, under its text and article. */
    PairCase ordered(String organ, String clock, String grounds, String until, String basis) {
        String act =
                tryOrder(organ, clock, grounds, until).statusCode(201).extract().path("id");
        Api.as(organ, HEAD)
                .get("/acts/correction/" + act)
                .then()
                .statusCode(200)
                .body("step", equalTo("correcting"))
                .body("about.caseId", equalTo(id))
                .body("clocks[0].lastDay", equalTo(until))
                .body("timeline[0].basis", equalTo(basis));
        return this;
    }

    /** The requester cannot fetch anything under this case. */
    PairCase nothingToFetch() {
        grants().body("items.caseId", not(hasItem(id)));
        return this;
    }

    /**
     * The requester's first fetch: the record that the provider hands in now, under the grant of this case. The provider reads
     * the grant, and no rows under it.
     */
    PairCase fetched() {
        String key = UUID.randomUUID().toString();
        handIn(key);
        String grant = grants().extract().path("items.find { it.caseId == '" + id + "' }.id");
        Api.as(pair.requester, HEAD)
                .get("/grants/" + grant + "/records?limit=5000")
                .then()
                .statusCode(200)
                .body("items.find { it.key == '" + key + "' }.data", hasValue("示例"));
        Api.as(pair.provider, HEAD).get("/grants/" + grant).then().statusCode(200);
        Api.as(pair.provider, HEAD).get("/grants/" + grant + "/records").then().statusCode(404);
        return this;
    }

    private ValidatableResponse grants() {
        return Api.as(pair.requester, HEAD).get("/grants").then().statusCode(200);
    }

    private void handIn(String key) {
        String field = pair.form().containsKey("items") ? "person_name" : Api.firstField(pair.requester, pair.dataset);
        Api.as(TestTokens.agency(pair.provider, "platform"))
                .header("ce-specversion", "1.0")
                .header("ce-id", key)
                .header("ce-source", "//provider")
                .header("ce-type", "org.govshare.records.changed.v1")
                .contentType("application/json")
                .body(
                        "{\"dataset\":\"%s\",\"changes\":[{\"key\":\"%s\",\"region\":\"130102\",\"payload\":{\"%s\":\"示例\"}}]}"
                                .formatted(pair.dataset, key, field))
                .post("/events")
                .then()
                .statusCode(200)
                .body("inserted", equalTo(1));
    }

    private static String clock(String name) {
        return "clocks.find { it.rule == '" + name + "' }.";
    }

    private static String rung(String clock, String name) {
        return clock(clock) + "rungs.find { it.rung == '" + name + "' }.";
    }

    private static ValidatableResponse send(String agency, String role, String path, Map<String, ?> body) {
        return Api.command(agency, role)
                .header("Accept-Language", "en")
                .body(body)
                .post(path)
                .then();
    }
}
