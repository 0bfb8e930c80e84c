package org.govshare.escalation.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.govshare.demo.Agency;
import org.govshare.demo.Chapter;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Stage;

/** A province asks another under the Decree alone, and the reply is late under its art. 39 (4). */
public final class LateBetweenProvinces implements Chapter {
    private static final String DATASET = "hunan-social-insurance";

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<String> title() {
        return Optional.of("A province asks another: Decree 809 alone rules; the reply is late 逾期");
    }

    @Override
    public void play(Stage stage) {
        Agency provider = stage.books().agency("湖南省人力资源和社会保障厅");
        Proceeding request = ask(stage, provider);
        ShownLadder ladder = new ShownLadder(stage, request, provider);
        ladder.due("2025-08-19", "2025-08-20T00:00");
        ladder.fires("2025-08-18T08:00", "reminder", "2025-08-18T00:00", false);
        ladder.fires("2025-08-20T00:01", "overdue", "2025-08-20T00:00", true);
        ladder.fires("2025-08-23T00:01", "proposal", "2025-08-23T00:00", true);
        ladder.proposed("湖南省人民政府办公厅", "decree-809-2025 39 (4)");
        stage.page().text("Whether there is a just reason 正当理由 is for the organ to find (art. 39 (4)).");
        stage.keep("late-between-provinces", request);
    }

    private static Proceeding ask(Stage stage, Agency provider) {
        Agency requester = stage.books().agency("河北省人力资源和社会保障厅").head();
        Proceeding request = Proceeding.open(
                stage,
                "2025-08-05T09:00",
                "/requests",
                requester,
                Map.of(
                        "dataset", DATASET,
                        "use-basis", "《中华人民共和国社会保险法》第十九条",
                        "scenario", "养老保险关系转移接续核验",
                        "scope", "申请转入河北的参保人员",
                        "mode", "服务接口",
                        "use-until", "2026-12-31"),
                "asks for " + DATASET + " 社会保险参保信息 (conditionally shared 有条件共享) of " + provider
                        + ", to check pension rights that move with their holders 养老保险关系转移接续. It goes straight to the"
                        + " provider: neither Hebei's text nor Hunan's binds both.");
        List<String> packs = StreamSupport.stream(
                        request.read(requester).path("packs").spliterator(), false)
                .map(pack -> pack.asText())
                .toList();
        stage.expect().equal("the texts of the case", List.of("decree-809-2025"), packs);
        return request;
    }
}
