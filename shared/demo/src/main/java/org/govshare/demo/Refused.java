package org.govshare.demo;

import com.fasterxml.jackson.databind.JsonNode;
import org.govshare.demo.Client.Answer;

/** What the law refuses, shown with the article that refuses it. */
public final class Refused {
    private Refused() {}

    /**
     * Expects a command to be refused under a rule, and shows the refusal.
     *
     * @param moment of the attempt in Asia/Shanghai
     * @param rule the pack and the article, such as {@code hebei-2022 14 para. 1}
     */
    public static void show(
            Stage stage, String moment, Agency by, String what, Answer answer, int status, String rule) {
        JsonNode refusedBy = answer.body().path("rule");
        String basis = refusedBy.path("pack").asText() + " "
                + refusedBy.path("article").asText();
        stage.expect().equal("status of a refusal " + answer, status, answer.status());
        stage.expect().equal("rule of the refusal " + answer, rule, basis);
        stage.page()
                .step(
                        LawClock.readLocal(moment),
                        by.toString(),
                        what + ": not accepted (" + status + "): " + reason(answer));
        stage.page().note("article", Page.article(basis));
    }

    /** The field at fault, where one is, and why. */
    private static String reason(Answer answer) {
        JsonNode fault = answer.body().path("violations").path(0);
        return fault.isObject()
                ? fault.path("pointer").asText() + " " + fault.path("message").asText() + "."
                : answer.body().path("detail").asText();
    }
}
