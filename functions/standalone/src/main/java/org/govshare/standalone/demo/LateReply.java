package org.govshare.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A request by the way of art. 17; the provider lets its clock run out over National Day 2025, and consents on an order. */
final class LateReply {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DATASET = "hebei-standard-addresses";

    private final Stage stage;
    private final Agency health;
    private final Agency cityAuthority;
    private final Agency authority;
    private final Agency police;

    LateReply(Stage stage) {
        this.stage = stage;
        Books books = stage.books();
        health = books.agency("石家庄市卫生健康委员会");
        cityAuthority = books.agency("石家庄市数据和政务服务局");
        authority = books.agency("河北省数据和政务服务局");
        police = books.agency("河北省公安厅");
    }

    void play() {
        stage.page().chapter("1  A city's agency asks the province's police; the reply is late 逾期");
        Proceeding request = ask();
        runOut(request);
        OrderedCorrection order = OrderedCorrection.about(stage, request, police);
        request.act(
                "2025-10-15T09:30",
                police,
                "consent",
                Map.of("scope", "石家庄市", "purpose", "流行病学调查核验地址"),
                "consents at last 同意共享, within scope and purpose.");
        JsonNode reply = request.clock(police, "reply");
        stage.expect()
                .equal(
                        "the late reply stays a breach",
                        true,
                        reply.path("breached").asBoolean());
        stage.expect()
                .equal("how the reply ended", "FULFILLED", reply.path("ended").asText());
        order.heeded();
        Rows.load(stage, "2025-10-15T15:00", police, DATASET);
        request.act("2025-10-16T10:00", authority, "deliver", Map.of(), "delivers 提供数据: a grant 授权 opens.");
        readRows(request);
    }

    private Proceeding ask() {
        Proceeding request = Proceeding.open(
                stage,
                "2025-09-24T09:30",
                "/requests",
                health,
                Map.of("dataset", DATASET, "scenario", "流行病学调查核验地址"),
                "asks for " + DATASET + " 标准地址 (conditionally shared 有条件共享) of " + police
                        + ", to check addresses in epidemic investigations 流行病学调查核验地址.");
        request.act(
                "2025-09-25T09:30",
                cityAuthority,
                "forward-up",
                Map.of(),
                "forwards up 转报上一级主管部门: the data is the province's, so the request climbs.");
        request.act(
                "2025-09-26T10:00",
                authority,
                "forward",
                Map.of(),
                "reviews and forwards to the provider 转至提供部门, on the Friday before the holidays.");
        JsonNode reply = request.clock(police, "reply");
        stage.expect()
                .equal(
                        "last day of the reply",
                        "2025-10-10",
                        reply.path("lastDay").asText());
        stage.expect()
                .equal(
                        "due moment of the reply",
                        "2025-10-11T00:00",
                        LawClock.local(reply.path("due").asText()));
        return request;
    }

    /** Nothing is done in time: the clock's ladder speaks, once each. */
    private void runOut(Proceeding request) {
        rung(request, "2025-10-09T08:00", "reminder", "2025-10-09T00:00", false);
        rung(request, "2025-10-11T00:01", "overdue", "2025-10-11T00:00", true);
        rung(request, "2025-10-15T00:01", "proposal", "2025-10-15T00:00", true);
        JsonNode proposal = find(request, "proposal").orElseThrow();
        stage.expect()
                .equal(
                        "the act proposed",
                        "order-correction",
                        proposal.path("proposedAct").asText());
        stage.expect()
                .equal(
                        "the organ of art. 30",
                        "河北省人民政府",
                        proposal.path("addressees").path(0).path("name").asText());
        stage.expect()
                .equal(
                        "basis of the proposal",
                        "hebei-2022 30 (5)",
                        proposal.path("basis").asText());
    }

    private void rung(Proceeding request, String moment, String name, String due, boolean overdue) {
        stage.expect()
                .equal(
                        name + " fired before its time",
                        false,
                        find(request, name).isPresent());
        stage.clock().to(moment);
        JsonNode rung = stage.expect()
                .present("rung " + name, PATIENCE, () -> find(request, name), () -> request.clock(police, "reply"));
        stage.expect()
                .equal("moment of " + name, due, LawClock.local(rung.path("due").asText()));
        stage.expect()
                .equal(
                        "overdue at " + moment,
                        overdue,
                        request.clock(police, "reply").path("overdue").asBoolean());
        String proposed =
                rung.hasNonNull("proposedAct") ? ": " + rung.path("proposedAct").asText() + "," : "";
        String to = StreamSupport.stream(rung.path("addressees").spliterator(), false)
                .map(agency -> agency.path("name").asText())
                .collect(Collectors.joining(", "));
        stage.page()
                .step(
                        LawClock.read(rung.path("firedAt").asText()),
                        "deadline-escalation 督办",
                        words(name) + proposed + " to " + to + "; reached "
                                + LawClock.read(rung.path("due").asText()));
        stage.page().note("article", Page.article(rung.path("basis").asText()));
    }

    private static String words(String rung) {
        return switch (rung) {
            case "reminder" -> "reminder 提醒,";
            case "overdue" -> "overdue 逾期, told";
            default -> rung + " 建议";
        };
    }

    private Optional<JsonNode> find(Proceeding request, String name) {
        return StreamSupport.stream(request.clock(police, "reply").path("rungs").spliterator(), false)
                .filter(rung -> rung.path("rung").asText().equals(name) && rung.hasNonNull("firedAt"))
                .findFirst();
    }

    private void readRows(Proceeding request) {
        JsonNode grants = stage.client().get(health, "/grants").body().path("items");
        stage.expect()
                .equal(
                        "case of the grant",
                        request.id(),
                        grants.path(0).path("caseId").asText());
        String records = "/grants/" + grants.path(0).path("id").asText() + "/records";
        long start = System.nanoTime();
        long rows = 0;
        int pages = 0;
        for (String after = ""; after != null; pages++) {
            JsonNode page = stage.client()
                    .get(health, records + "?limit=5000&after=" + after)
                    .body();
            rows += page.path("items").size();
            after = page.path("next").textValue();
        }
        stage.page()
                .text(String.format(
                        "%s reads %,d rows in %d pages under the grant, in %.1f s.",
                        health, rows, pages, Rows.seconds(start)));
        stage.expect().equal("rows read under the grant", Rows.ALL, rows);
        stage.expect()
                .equal(
                        "another agency reading under the grant",
                        404,
                        stage.client().get(cityAuthority, records).status());
        stage.page().text("To any other agency the grant does not exist (404).");
    }
}
