package org.govshare.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The organ that a rung proposed it to orders correction by a set date; the late agency polls its notices and complies. */
final class OrderedCorrection {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOTICES = "/notices?kind=order";

    private final Stage stage;
    private final Agency organ;
    private final Agency late;
    private final Proceeding order;

    private OrderedCorrection(Stage stage, Agency organ, Agency late, Proceeding order) {
        this.stage = stage;
        this.organ = organ;
        this.late = late;
        this.order = order;
    }

    /** Given about a late reply and polled for from where the agency had read. */
    static OrderedCorrection about(Stage stage, Proceeding request, Agency late) {
        Agency organ = stage.books().agency("河北省人民政府");
        String place = stage.client().get(late, NOTICES).body().path("next").asText();
        Proceeding order = Proceeding.open(
                stage,
                "2025-10-15T09:00",
                "/acts/correction",
                organ,
                Map.of(
                        "case",
                        request.id(),
                        "clock",
                        "reply",
                        "fields",
                        Map.of("grounds", "other", "correct", "答复共享申请", "by", "2025-10-17")),
                "takes the proposal up and orders correction 责令改正 by 2025-10-17.");
        OrderedCorrection given = new OrderedCorrection(stage, organ, late, order);
        given.poll(place);
        return given;
    }

    private void poll(String place) {
        JsonNode notice = stage.expect()
                .present(
                        "the notice of the order",
                        PATIENCE,
                        () -> Optional.of(notices(place).path(0)).filter(JsonNode::isObject),
                        () -> notices(place));
        stage.expect()
                .equal("what it tells of", order.id(), notice.path("about").asText());
        stage.expect()
                .equal(
                        "the set date's end",
                        "2025-10-18T00:00",
                        LawClock.local(notice.path("due").asText()));
        stage.page()
                .step(
                        LawClock.read(notice.path("givenAt").asText()),
                        late.toString(),
                        "polls its notices 督办通知 and reads: "
                                + notice.path("text").asText());
    }

    private JsonNode notices(String place) {
        return stage.client().get(late, NOTICES + "&after=" + place).body().path("items");
    }

    void heeded() {
        order.act(
                "2025-10-15T09:45",
                late,
                "report-correction",
                Map.of("report", "已答复"),
                "reports the correction 报告改正情况.");
        order.act("2025-10-15T11:00", organ, "accept", Map.of(), "accepts it 认可改正.");
        stage.expect()
                .equal(
                        "the order, closed",
                        true,
                        order.read(organ).path("closed").asBoolean());
    }
}
