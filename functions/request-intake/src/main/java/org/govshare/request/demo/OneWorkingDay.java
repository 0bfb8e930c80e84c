package org.govshare.request.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.govshare.demo.Agency;
import org.govshare.demo.Chapter;
import org.govshare.demo.Page;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Refused;
import org.govshare.demo.Stage;

/** On its first day the Decree asks for five contents and the head's consent, and makes three working days one. */
public final class OneWorkingDay implements Chapter {
    private static final String DATASET = "hebei-legal-entities";
    private static final String MOMENT = "2025-08-01T16:00";
    private static final String CONTENTS = "decree-809-2025 20 para. 2";
    private static final Map<String, String> FORM = Map.of(
            "dataset", DATASET,
            "use-basis", "《社会团体登记管理条例》",
            "scenario", "社会团体成立登记时核验单位会员",
            "scope", "申请人所列单位会员",
            "mode", "服务接口",
            "use-until", "2026-12-31");

    private Stage stage;
    private Agency civilAffairs;
    private Agency authority;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<String> title() {
        return Optional.of("The first day of Decree 809: three working days become one 条例施行首日");
    }

    @Override
    public void play(Stage on) {
        stage = on;
        civilAffairs = stage.books().agency("河北省民政厅");
        authority = stage.books().agency("河北省数据和政务服务局");
        ruling("2025-07-31", 3, "hebei-2022 15 para. 2");
        ruling("2025-08-01", 1, "decree-809-2025 21 para. 1");
        refused();
        share();
    }

    /** What the law book answers about the delivery of unconditionally shared data on a day. */
    private void ruling(String day, int workingDays, String basis) {
        JsonNode period = stage.client()
                .get(civilAffairs, "/law/ruling?region=130000&kind=share-request&shareClass=UNCONDITIONAL&on=" + day)
                .body()
                .path("procedure")
                .path("clocks")
                .path(0)
                .path("period");
        JsonNode setBy = period.path("setBy");
        String source =
                setBy.path("pack").asText() + " " + setBy.path("article").asText();
        stage.expect()
                .equal(
                        "working days on " + day,
                        workingDays,
                        period.path("amount").asInt());
        stage.expect().equal("what sets them on " + day, basis, source);
        stage.page()
                .text("A request within Hebei for unconditionally shared data 无条件共享, raised on " + day + ", is due in "
                        + workingDays + " wd 工作日: " + Page.article(source) + ".");
    }

    private void refused() {
        stage.clock().to(MOMENT);
        Refused.show(
                stage,
                MOMENT,
                civilAffairs,
                "asks for " + DATASET + " as a clerk",
                stage.client().post(civilAffairs, "/requests", FORM),
                403,
                CONTENTS);
        Map<String, String> without = new HashMap<>(FORM);
        without.remove("use-until");
        Refused.show(
                stage,
                MOMENT,
                civilAffairs.head(),
                "leaves out until when the data are used 使用时限",
                stage.client().post(civilAffairs.head(), "/requests", without),
                422,
                CONTENTS);
    }

    private void share() {
        Proceeding request = Proceeding.open(
                stage,
                "2025-08-01T16:10",
                "/requests",
                civilAffairs.head(),
                FORM,
                "asks for " + DATASET + " 法人基本信息 with basis, scenario, scope, way and time of use"
                        + " 使用依据、使用场景、使用范围、共享方式、使用时限 (decree-809-2025 art. 20 para. 2).");
        JsonNode clock = request.clock(authority, "deliver");
        List<String> lines = StreamSupport.stream(clock.path("explanation").spliterator(), false)
                .map(line -> line.asText().strip())
                .toList();
        stage.expect()
                .equal(
                        "last day over the weekend",
                        "2025-08-04",
                        clock.path("lastDay").asText());
        stage.expect()
                .equal(
                        "that the explanation says what gave way",
                        true,
                        lines.stream().anyMatch(line -> line.startsWith("gave way: 3 working days, Hebei")));
        request.act(
                "2025-08-04T10:00",
                authority,
                "deliver",
                Map.of(),
                "delivers 提供数据, which answers the Decree's reply and sharing in one 一并履行答复和共享.");
        clock = request.clock(authority, "deliver");
        stage.expect().equal("late", false, clock.path("breached").asBoolean());
        stage.expect().equal("how it ended", "FULFILLED", clock.path("ended").asText());
    }
}
