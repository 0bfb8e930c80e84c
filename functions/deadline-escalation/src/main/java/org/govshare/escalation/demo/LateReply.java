package org.govshare.escalation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.govshare.demo.Agency;
import org.govshare.demo.Books;
import org.govshare.demo.Chapter;
import org.govshare.demo.LawClock;
import org.govshare.demo.Page;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Stage;

/** A request by the way of art. 17; the provider lets its clock run out over National Day 2025. */
public final class LateReply implements Chapter {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DATASET = "hebei-standard-addresses";

    private Stage stage;
    private Agency health;
    private Agency cityAuthority;
    private Agency authority;
    private Agency police;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<String> title() {
        return Optional.of("A city's agency asks the province's police; the reply is late 逾期");
    }

    @Override
    public void play(Stage on) {
        stage = on;
        Books books = stage.books();
        health = books.agency("石家庄市卫生健康委员会");
        cityAuthority = books.agency("石家庄市数据和政务服务局");
        authority = books.agency("河北省数据和政务服务局");
        police = books.agency("河北省公安厅");
        Proceeding request = ask();
        runOut(request);
        stage.keep("late-reply", request);
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
            case "overdue" -> "overdue 逾期, reported";
            default -> rung + " 建议";
        };
    }

    private Optional<JsonNode> find(Proceeding request, String name) {
        return StreamSupport.stream(request.clock(police, "reply").path("rungs").spliterator(), false)
                .filter(rung -> rung.path("rung").asText().equals(name) && rung.hasNonNull("firedAt"))
                .findFirst();
    }
}
