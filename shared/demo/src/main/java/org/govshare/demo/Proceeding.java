package org.govshare.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.govshare.demo.Client.Answer;

/** A case as its parties drive it; each act is shown with its article and with the clocks that it starts or stops. */
public final class Proceeding {
    private final Stage stage;
    private final String path;
    private final String id;
    private final Set<String> told = new HashSet<>();

    private Proceeding(Stage stage, String path, String id) {
        this.stage = stage;
        this.path = path;
        this.id = id;
    }

    /** Opens a case in a collection such as {@code /requests}. */
    public static Proceeding open(
            Stage stage, String moment, String collection, Agency by, Map<String, ?> body, String what) {
        stage.clock().to(moment);
        Answer answer = stage.client().post(by, collection, body);
        stage.expect().equal("status of " + collection + " " + answer, 201, answer.status());
        String id = answer.body().path("id").asText();
        Proceeding proceeding = new Proceeding(stage, collection + "/" + id, id);
        proceeding.tell(by, what);
        return proceeding;
    }

    public String id() {
        return id;
    }

    /** Acts and expects it to be accepted. */
    public void act(String moment, Agency by, String action, Map<String, ?> fields, String what) {
        act(moment, by, action, fields, what, Map.of());
    }

    /** The same with members outside the fields. */
    public void act(
            String moment, Agency by, String action, Map<String, ?> fields, String what, Map<String, ?> besides) {
        stage.clock().to(moment);
        Map<String, Object> body = new HashMap<>(besides);
        body.put("action", action);
        body.put("fields", fields);
        Answer answer = stage.client().post(by, path + "/actions", body);
        stage.expect().equal("status of " + action + " " + answer, 200, answer.status());
        tell(by, what);
    }

    /** Tries what shall be refused. */
    public Answer attempt(String moment, Agency by, String action, Map<String, ?> fields) {
        stage.clock().to(moment);
        return stage.client().post(by, path + "/actions", Map.of("action", action, "fields", fields));
    }

    public JsonNode read(Agency by) {
        Answer answer = stage.client().get(by, path);
        if (answer.status() != 200) {
            throw new Unmet("status of reading the case: expected 200, came " + answer.status());
        }
        return answer.body();
    }

    public JsonNode clock(Agency by, String rule) {
        for (JsonNode clock : read(by).path("clocks")) {
            if (clock.path("rule").asText().equals(rule)) {
                return clock;
            }
        }
        throw new Unmet("a clock " + rule + " was expected, came none");
    }

    private void tell(Agency by, String what) {
        JsonNode view = read(by);
        JsonNode done = lastBy(by, view);
        stage.page().step(LawClock.read(done.path("at").asText()), by.toString(), what);
        stage.page().note("article", Page.article(done.path("basis").asText()));
        for (JsonNode clock : view.path("clocks")) {
            String rule = clock.path("rule").asText();
            if (told.add(rule)) {
                started(clock);
            }
            if (clock.hasNonNull("endedAt") && told.add(rule + " ended")) {
                boolean late = clock.path("breached").asBoolean();
                stage.page().note("done", duty(clock) + (late ? ": LATE 逾期, and stays so on record" : ": in time"));
            }
        }
    }

    /** Its last entry in the timeline; a rung may fire at once and come after it. */
    private static JsonNode lastBy(Agency by, JsonNode view) {
        JsonNode last = null;
        for (JsonNode entry : view.path("timeline")) {
            if (entry.path("agency").path("code").asText().equals(by.code())) {
                last = entry;
            }
        }
        if (last == null) {
            throw new Unmet("an entry of " + by + " was expected in the timeline, came none");
        }
        return last;
    }

    private void started(JsonNode clock) {
        Why why = Why.of(clock);
        Page page = stage.page();
        page.note(
                "due",
                clock.path("obligor").path("name").asText() + ": " + duty(clock) + ", last day "
                        + clock.path("lastDay").asText() + ", due "
                        + LawClock.read(clock.path("due").asText()));
        page.note("why", why.rules());
        if (!why.counted().isEmpty()) {
            page.note("counted", why.counted());
            page.note("skipped", why.notCounted());
        }
    }

    /** The explanation begins with the clock's title. */
    private static String duty(JsonNode clock) {
        return clock.path("explanation").path(0).asText();
    }
}
