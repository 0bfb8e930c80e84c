package org.govshare.exchange.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.govshare.demo.Agency;
import org.govshare.demo.Books;
import org.govshare.demo.Chapter;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Rows;
import org.govshare.demo.Stage;

/** The late request's data is loaded and delivered. Its requester reads the rows under the grant; nobody else can. */
public final class GrantedRows implements Chapter {
    private static final String DATASET = "hebei-standard-addresses";

    @Override
    public int order() {
        return 32;
    }

    @Override
    public Optional<String> title() {
        return Optional.empty();
    }

    @Override
    public void play(Stage stage) {
        Books books = stage.books();
        Proceeding request = stage.kept("late-reply");
        Rows.load(stage, "2025-10-15T15:00", books.agency("河北省公安厅"), DATASET);
        request.act(
                "2025-10-16T10:00",
                books.agency("河北省数据和政务服务局"),
                "deliver",
                Map.of(),
                "delivers 提供数据: a grant 授权 opens.");
        readRows(stage, request, books.agency("石家庄市卫生健康委员会"));
    }

    private static void readRows(Stage stage, Proceeding request, Agency health) {
        Agency other = stage.books().agency("石家庄市数据和政务服务局");
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
                    .get(health, records + "?limit=5000" + (after.isEmpty() ? "" : "&after=" + after))
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
                        stage.client().get(other, records).status());
        stage.page().text("To any other agency the grant does not exist (404).");
    }
}
