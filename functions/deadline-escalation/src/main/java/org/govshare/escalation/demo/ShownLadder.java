package org.govshare.escalation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.govshare.demo.Agency;
import org.govshare.demo.LawClock;
import org.govshare.demo.Page;
import org.govshare.demo.Proceeding;
import org.govshare.demo.Stage;

/** The rungs of the provider's reply as they fire, each at its moment and once. */
record ShownLadder(Stage stage, Proceeding request, Agency provider) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String REPLY = "reply";

    /** Expects the last day of the reply, and the start of the day after it as its due moment. */
    void due(String lastDay, String due) {
        JsonNode reply = request.clock(provider, REPLY);
        stage.expect()
                .equal("last day of the reply", lastDay, reply.path("lastDay").asText());
        stage.expect()
                .equal(
                        "due moment of the reply",
                        due,
                        LawClock.local(reply.path("due").asText()));
    }

    /**
     * Moves the law's clock and waits until the rung has fired.
     *
     * @param moment to which the clock moves, in Asia/Shanghai
     * @param due when the rung is reached
     */
    void fires(String moment, String name, String due, boolean overdue) {
        stage.expect().equal(name + " fired before its time", false, find(name).isPresent());
        stage.clock().to(moment);
        JsonNode rung = stage.expect()
                .present("rung " + name, PATIENCE, () -> find(name), () -> request.clock(provider, REPLY));
        stage.expect()
                .equal("moment of " + name, due, LawClock.local(rung.path("due").asText()));
        stage.expect()
                .equal(
                        "overdue at " + moment,
                        overdue,
                        request.clock(provider, REPLY).path("overdue").asBoolean());
        String proposed =
                rung.hasNonNull("proposedAct") ? ": " + rung.path("proposedAct").asText() + "," : "";
        stage.page()
                .step(
                        LawClock.read(rung.path("firedAt").asText()),
                        "deadline-escalation 督办",
                        words(name) + proposed + " to " + String.join(", ", addressees(rung)) + "; reached "
                                + LawClock.read(rung.path("due").asText()));
        stage.page().note("article", Page.article(rung.path("basis").asText()));
    }

    /** Expects what the proposal that fired proposes, to which organ alone, and under which article. */
    void proposed(String organ, String basis) {
        JsonNode proposal = find("proposal").orElseThrow();
        stage.expect()
                .equal(
                        "the act proposed",
                        "order-correction",
                        proposal.path("proposedAct").asText());
        stage.expect().equal("the organs that may order it", List.of(organ), addressees(proposal));
        stage.expect()
                .equal("basis of the proposal", basis, proposal.path("basis").asText());
    }

    private static List<String> addressees(JsonNode rung) {
        return StreamSupport.stream(rung.path("addressees").spliterator(), false)
                .map(agency -> agency.path("name").asText())
                .toList();
    }

    private static String words(String rung) {
        return switch (rung) {
            case "reminder" -> "reminder 提醒,";
            case "overdue" -> "overdue 逾期, reported";
            default -> rung + " 建议";
        };
    }

    private Optional<JsonNode> find(String name) {
        return StreamSupport.stream(request.clock(provider, REPLY).path("rungs").spliterator(), false)
                .filter(rung -> rung.path("rung").asText().equals(name) && rung.hasNonNull("firedAt"))
                .findFirst();
    }
}
