package org.govshare.escalation.demo;

import java.util.Map;
import java.util.Optional;
import org.govshare.demo.Agency;
import org.govshare.demo.Books;
import org.govshare.demo.Chapter;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Stage;

/** A request by the way of Hebei art. 17; the provider lets Hebei's five days run out over National Day 2025. */
public final class LateReply implements Chapter {
    private static final String DATASET = "hebei-standard-addresses";

    private Stage stage;
    private Agency police;

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<String> title() {
        return Optional.of("A city's agency asks the province's police; the reply is late 逾期");
    }

    @Override
    public void play(Stage on) {
        stage = on;
        police = stage.books().agency("河北省公安厅");
        Proceeding request = ask();
        runOut(new ShownLadder(stage, request, police));
        stage.keep("late-reply", request);
    }

    private Proceeding ask() {
        Books books = stage.books();
        Proceeding request = Proceeding.open(
                stage,
                "2025-09-24T09:30",
                "/requests",
                books.agency("石家庄市卫生健康委员会").head(),
                Map.of(
                        "dataset", DATASET,
                        "use-basis", "《中华人民共和国传染病防治法》",
                        "scenario", "流行病学调查核验地址",
                        "scope", "流行病学调查涉及的地址",
                        "mode", "服务接口",
                        "use-until", "2026-12-31"),
                "asks for " + DATASET + " 标准地址 (conditionally shared 有条件共享) of " + police
                        + ", to check addresses in epidemic investigations 流行病学调查核验地址.");
        request.act(
                "2025-09-25T09:30",
                books.agency("石家庄市数据和政务服务局"),
                "forward-up",
                Map.of(),
                "forwards up 转报上一级主管部门: the data is the province's, so the request climbs.");
        request.act(
                "2025-09-26T10:00",
                books.agency("河北省数据和政务服务局"),
                "forward",
                Map.of(),
                "reviews and forwards to the provider 转至提供部门, on the Friday before the holidays: Hebei's five days,"
                        + " which are shorter than the Decree's ten, count.");
        return request;
    }

    /** Nothing is done in time: the clock's ladder speaks, once each. */
    private static void runOut(ShownLadder ladder) {
        ladder.due("2025-10-10", "2025-10-11T00:00");
        ladder.fires("2025-10-09T08:00", "reminder", "2025-10-09T00:00", false);
        ladder.fires("2025-10-11T00:01", "overdue", "2025-10-11T00:00", true);
        ladder.fires("2025-10-15T00:01", "proposal", "2025-10-15T00:00", true);
        ladder.proposed("河北省人民政府", "hebei-2022 30 (5)");
    }
}
