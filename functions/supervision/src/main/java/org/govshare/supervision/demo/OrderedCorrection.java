package org.govshare.supervision.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.govshare.demo.Agency;
import org.govshare.demo.Chapter;
import org.govshare.demo.LawClock;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Stage;

/** The organ that a rung proposed it to orders correction by a set date; the late agency polls its notices and complies. */
public final class OrderedCorrection implements Chapter {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOTICES = "/notices?kind=order";

    private Stage stage;
    private Agency organ;
    private Agency late;
    private Proceeding order;

    @Override
    public int order() {
        return 11;
    }

    @Override
    public Optional<String> title() {
        return Optional.empty();
    }

    @Override
    public void play(Stage on) {
        stage = on;
        organ = stage.books().agency("河北省人民政府");
        late = stage.books().agency("河北省公安厅");
        Proceeding request = stage.kept("late-reply");
        order(request);
        consent(request);
        heeded();
    }

    /** The agency polls for the order from where it had read. */
    private void order(Proceeding request) {
        String cursor = stage.client().get(late, NOTICES).body().path("next").asText();
        order = Proceeding.open(
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
        poll(cursor);
    }

    private void consent(Proceeding request) {
        request.act(
                "2025-10-15T09:30",
                late,
                "consent",
                Map.of("scope", "石家庄市", "purpose", "流行病学调查核验地址"),
                "consents at last 同意共享, within scope and purpose.");
        JsonNode reply = request.clock(late, "reply");
        stage.expect()
                .equal(
                        "the late reply stays a breach",
                        true,
                        reply.path("breached").asBoolean());
        stage.expect()
                .equal("how the reply ended", "FULFILLED", reply.path("ended").asText());
    }

    private void poll(String cursor) {
        JsonNode notice = stage.expect()
                .present(
                        "the notice of the order",
                        PATIENCE,
                        () -> Optional.of(notices(cursor).path(0)).filter(JsonNode::isObject),
                        () -> notices(cursor));
        stage.expect()
                .equal("what it is about", order.id(), notice.path("about").asText());
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

    private JsonNode notices(String cursor) {
        return stage.client().get(late, NOTICES + "&after=" + cursor).body().path("items");
    }

    private void heeded() {
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
