package org.govshare.supervision.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.govshare.demo.Agency;
import org.govshare.demo.LawClock;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Stage;

/** An order to correct a late reply: the organ gives it, and the late agency reads it in its notices and complies. */
final class ShownOrder {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOTICES = "/notices?kind=order";

    private final Stage stage;
    private final Agency organ;
    private final Agency late;
    private final Proceeding order;

    private ShownOrder(Stage stage, Agency organ, Agency late, Proceeding order) {
        this.stage = stage;
        this.organ = organ;
        this.late = late;
        this.order = order;
    }

    /**
     * Orders what a rung proposed. The late agency polls for the order from where it had read.
     *
     * @param grounds the breach that the organ's text lists
     * @param by the set date, such as {@code 2025-10-17}
     */
    static ShownOrder give(
            Stage stage, String moment, Agency organ, Agency late, Proceeding request, String grounds, String by) {
        String cursor = notices(stage, late, "").path("next").asText();
        Map<String, String> fields = Map.of("grounds", grounds, "correct", "答复共享申请", "by", by);
        Proceeding order = Proceeding.open(
                stage,
                moment,
                "/acts/correction",
                organ,
                Map.of("case", request.id(), "clock", "reply", "fields", fields),
                "takes the proposal up and orders correction 责令改正 by " + by + ".");
        ShownOrder given = new ShownOrder(stage, organ, late, order);
        given.poll(cursor, LocalDate.parse(by).plusDays(1).atStartOfDay().toString());
        return given;
    }

    /** The late agency reports, and the organ accepts, which closes the order. */
    void heeded(String reported, String accepted) {
        order.act(reported, late, "report-correction", Map.of("report", "已答复"), "reports the correction 报告改正情况.");
        order.act(accepted, organ, "accept", Map.of(), "accepts it 认可改正.");
        stage.expect()
                .equal(
                        "the order, closed",
                        true,
                        order.read(organ).path("closed").asBoolean());
    }

    private void poll(String cursor, String due) {
        String after = "&after=" + cursor;
        JsonNode notice = stage.expect()
                .present(
                        "the notice of the order",
                        PATIENCE,
                        () -> Optional.of(notices(stage, late, after)
                                        .path("items")
                                        .path(0))
                                .filter(JsonNode::isObject),
                        () -> notices(stage, late, after));
        stage.expect()
                .equal("what it is about", order.id(), notice.path("about").asText());
        stage.expect()
                .equal(
                        "the set date's end",
                        due,
                        LawClock.local(notice.path("due").asText()));
        stage.page()
                .step(
                        LawClock.read(notice.path("givenAt").asText()),
                        late.toString(),
                        "polls its notices 督办通知 and reads: "
                                + notice.path("text").asText());
    }

    private static JsonNode notices(Stage stage, Agency late, String after) {
        return stage.client().get(late, NOTICES + after).body();
    }
}
