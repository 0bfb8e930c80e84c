package org.govshare.request.demo;

import java.util.Map;
import java.util.Optional;
import org.govshare.demo.Agency;
import org.govshare.demo.Books;
import org.govshare.demo.Chapter;
import org.govshare.demo.Client.Answer;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Refused;
import org.govshare.demo.Stage;

/** A refusal needs a basis; one that has it is disputed, coordinated by the authority and decided by its government. */
public final class DisputedRefusal implements Chapter {
    private static final String DATASET = "hebei-real-estate-titles";
    private static final Map<String, String> DECISION =
            Map.of("scope", "申请低保家庭", "purpose", "核对财产状况", "decision-reason", "核对系法定职责");

    private Stage stage;
    private Agency civilAffairs;
    private Agency authority;
    private Agency land;

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<String> title() {
        return Optional.of("A refusal 不予共享 and a dispute 争议, which the government decides");
    }

    @Override
    public void play(Stage on) {
        stage = on;
        Books books = stage.books();
        civilAffairs = books.agency("石家庄市民政局");
        authority = books.agency("河北省数据和政务服务局");
        land = books.agency("河北省自然资源厅");
        Proceeding request = ask();
        refuse(request);
        coordinate(request);
        decide(request, books.agency("河北省人民政府"));
    }

    private Proceeding ask() {
        Proceeding request = Proceeding.open(
                stage,
                "2025-10-20T09:00",
                "/requests",
                civilAffairs.head(),
                Map.of(
                        "dataset", DATASET,
                        "use-basis", "《社会救助暂行办法》",
                        "scenario", "最低生活保障家庭财产核对",
                        "scope", "申请低保家庭",
                        "mode", "服务接口",
                        "use-until", "2026-12-31"),
                "asks for " + DATASET + " 不动产登记信息 of " + land + ", to check the means of poor households 低保家庭财产核对.");
        Agency cityAuthority = stage.books().agency("石家庄市数据和政务服务局");
        request.act("2025-10-20T15:00", cityAuthority, "forward-up", Map.of(), "forwards up 转报上一级主管部门.");
        request.act("2025-10-21T10:00", authority, "forward", Map.of(), "forwards to the provider 转至提供部门.");
        return request;
    }

    private void refuse(Proceeding request) {
        String moment = "2025-10-22T10:00";
        Answer answer = request.attempt(moment, land.head(), "refuse", Map.of("reason", "不便提供"));
        stage.expect()
                .equal(
                        "field that it lacks",
                        "/fields/instrument",
                        answer.body().path("violations").path(0).path("pointer").asText());
        Refused.show(
                stage,
                moment,
                land.head(),
                "would rather not 不便提供, and names no law",
                answer,
                422,
                "hebei-2022 14 para. 1");
        boolean runs = !request.clock(land, "reply").hasNonNull("endedAt");
        stage.expect().equal("the clock runs on", true, runs);
        stage.page().text("The clock runs on 期限照常计算.");
        request.act(
                "2025-10-23T10:00",
                land.head(),
                "refuse",
                Map.of("instrument", "《不动产登记暂行条例》", "article", "第二十七条", "reason", "须与调查处理事项有关"),
                "refuses 不同意共享, now with instrument, article and reason: 《不动产登记暂行条例》第二十七条，须与调查处理事项有关.");
        request.act("2025-10-24T10:00", authority, "tell-reason", Map.of(), "tells the requester why 告知不予共享的理由.");
    }

    /** Hebei art. 15 had the authority decide; since the Decree is in force, it coordinates. */
    private void coordinate(Proceeding request) {
        request.act(
                "2025-10-27T10:00",
                civilAffairs,
                "dispute",
                Map.of("objection", "《社会救助暂行办法》第五十八条规定核对财产状况", "negotiation", "双方协商一次，未达成一致"),
                "disputes 提出争议, after a negotiation in vain 协商未果 (decree-809-2025 art. 28 para. 2):"
                        + " 《社会救助暂行办法》第五十八条规定核对财产状况.");
        request.act(
                "2025-10-31T10:00",
                authority,
                "record-no-agreement",
                Map.of("coordination", "双方仍未达成一致"),
                "coordinates 协调, finds no agreement, and puts it to its government 报本级人民政府决定.");
        String moment = "2025-10-31T11:00";
        Refused.show(
                stage,
                moment,
                authority,
                "would decide itself, as Hebei art. 15 para. 3 had it",
                request.attempt(moment, authority, "decide-to-share", DECISION),
                403,
                "decree-809-2025 28 para. 2");
    }

    private void decide(Proceeding request, Agency government) {
        request.act(
                "2025-11-03T10:00",
                government,
                "decide-to-share",
                DECISION,
                "decides to share 决定共享, with scope, purpose and reason.");
        request.act("2025-11-04T10:00", authority, "deliver", Map.of(), "delivers 提供数据.");
        stage.expect()
                .equal(
                        "step at the end",
                        "delivered",
                        request.read(land).path("step").asText());
    }
}
