package org.govshare.request.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.govshare.demo.Agency;
import org.govshare.demo.Books;
import org.govshare.demo.Chapter;
import org.govshare.demo.Client.Answer;
import org.govshare.demo.Page;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Stage;

/** A refusal without a basis is not accepted; one with a basis is given, disputed and decided by the authority. */
public final class DisputedRefusal implements Chapter {
    private static final String DATASET = "hebei-real-estate-titles";

    private Stage stage;
    private Agency civilAffairs;
    private Agency cityAuthority;
    private Agency authority;
    private Agency land;

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<String> title() {
        return Optional.of("A refusal 不予共享 and a dispute 异议");
    }

    @Override
    public void play(Stage on) {
        stage = on;
        Books books = stage.books();
        civilAffairs = books.agency("石家庄市民政局");
        cityAuthority = books.agency("石家庄市数据和政务服务局");
        authority = books.agency("河北省数据和政务服务局");
        land = books.agency("河北省自然资源厅");
        Proceeding request = ask();
        refuseWithoutBasis(request);
        request.act(
                "2025-10-23T10:00",
                land,
                "refuse",
                Map.of("instrument", "《不动产登记暂行条例》", "article", "第二十七条", "reason", "须与调查处理事项有关"),
                "refuses 不同意共享, now with instrument, article and reason: 《不动产登记暂行条例》第二十七条，须与调查处理事项有关.");
        request.act("2025-10-24T10:00", authority, "tell-reason", Map.of(), "tells the requester why 告知不予共享的理由.");
        request.act(
                "2025-10-27T10:00",
                civilAffairs,
                "dispute",
                Map.of("objection", "《社会救助暂行办法》第五十八条规定核对财产状况"),
                "disputes 提出异议: 《社会救助暂行办法》第五十八条规定核对财产状况.");
        request.act(
                "2025-11-03T10:00",
                authority,
                "decide-to-share",
                Map.of("scope", "申请低保家庭", "purpose", "核对财产状况", "decision-reason", "核对系法定职责"),
                "coordinates and decides to share 决定共享, with scope, purpose and reason.");
        request.act("2025-11-04T10:00", authority, "deliver", Map.of(), "delivers 提供数据.");
        stage.expect()
                .equal(
                        "step at the end",
                        "delivered",
                        request.read(land).path("step").asText());
    }

    private Proceeding ask() {
        Proceeding request = Proceeding.open(
                stage,
                "2025-10-20T09:00",
                "/requests",
                civilAffairs,
                Map.of("dataset", DATASET, "scenario", "最低生活保障家庭财产核对"),
                "asks for " + DATASET + " 不动产登记信息 of " + land + ", to check the means of poor households 低保家庭财产核对.");
        request.act("2025-10-20T15:00", cityAuthority, "forward-up", Map.of(), "forwards up 转报上一级主管部门.");
        request.act("2025-10-21T10:00", authority, "forward", Map.of(), "forwards to the provider 转至提供部门.");
        return request;
    }

    private void refuseWithoutBasis(Proceeding request) {
        Answer answer = request.attempt("2025-10-22T10:00", land, "refuse", Map.of("reason", "不便提供"));
        JsonNode field = answer.body().path("violations").path(0).path("pointer");
        JsonNode rule = answer.body().path("rule");
        stage.expect().equal("status of a refusal without a basis " + answer, 422, answer.status());
        stage.expect().equal("field that it lacks", "/fields/instrument", field.asText());
        stage.expect()
                .equal(
                        "article that asks for it",
                        "14 para. 1",
                        rule.path("article").asText());
        stage.page()
                .step(
                        "2025-10-22 Wed 10:00",
                        land.toString(),
                        "would rather not 不便提供, and names no law: not accepted (422): " + field.asText() + " "
                                + answer.body()
                                        .path("violations")
                                        .path(0)
                                        .path("message")
                                        .asText() + ".");
        stage.page()
                .note(
                        "article",
                        Page.article(rule.path("pack").asText() + " "
                                + rule.path("article").asText()));
        boolean runs = !request.clock(land, "reply").hasNonNull("endedAt");
        stage.expect().equal("the clock runs on", true, runs);
        stage.page().text("The clock runs on 期限照常计算.");
    }
}
