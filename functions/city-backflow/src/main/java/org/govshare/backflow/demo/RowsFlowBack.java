package org.govshare.backflow.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govshare.demo.Agency;
import org.govshare.demo.Chapter;
import org.govshare.demo.CityPlatform;
import org.govshare.demo.Client.Answer;
import org.govshare.demo.LawClock;
import org.govshare.demo.Receiver;
import org.govshare.demo.Rows;
import org.govshare.demo.Stage;

/** The real rows flow to the platforms of the eleven cities; each gets the rows of its own territory. */
public final class RowsFlowBack implements Chapter {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long SHOWN_EVERY = 10_000;

    private Stage stage;
    private List<CityPlatform> platforms;
    private long shown;

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<String> title() {
        return Optional.of("The rows flow back to their cities 回流");
    }

    @Override
    public void play(Stage on) {
        stage = on;
        platforms = stage.platforms();
        Rows.load(stage, "2025-11-05T09:00", stage.books().agency("河北省民政厅"), Rows.COMMUNITIES);
        stage.clock().to("2025-11-06T09:00");
        stage.page()
                .step(
                        LawClock.readLocal("2025-11-06T09:00"),
                        platforms.size() + " city platforms 市级平台",
                        "register where they take deliveries, answer a signed ping, and state their need 需求.");
        stage.page().note("article", "hebei-2022 art. 22 para. 3");
        stage.page().note("due", "promptly 及时: a duty without a clock");
        long start = System.nanoTime();
        stage.expect().equal("cities with a platform", 11, platforms.size());
        for (CityPlatform platform : platforms) {
            join(platform);
            show(start);
        }
        watch(start);
        for (CityPlatform platform : platforms) {
            stage.expect()
                    .equal(
                            "faults seen by " + platform.city().name(),
                            List.of(),
                            platform.receiver().faults());
        }
        stage.page().text("Every signature verified, every manifest's digest and count found right.");
    }

    private void join(CityPlatform platform) {
        Agency operator = platform.city().operator();
        String city = platform.city().code();
        Receiver receiver = platform.receiver();
        Answer endpoint = stage.client()
                .post(
                        operator,
                        "/backflow/endpoints",
                        Map.of("city", city, "url", receiver.url(), "secret", receiver.key()));
        stage.expect()
                .equal("status of the endpoint of " + platform.city().name() + " " + endpoint, 202, endpoint.status());
        String path = "/backflow/endpoints/" + endpoint.body().path("id").asText();
        stage.expect()
                .eventually(
                        "answer to the ping by " + platform.city().name(),
                        PATIENCE,
                        () -> status(operator, path).equals("active"),
                        () -> stage.client().get(operator, path));
        Answer need =
                stage.client().post(operator, "/backflow/needs", Map.of("city", city, "dataset", Rows.COMMUNITIES));
        stage.expect().equal("status of the need of " + platform.city().name() + " " + need, 200, need.status());
    }

    private String status(Agency operator, String path) {
        return stage.client().get(operator, path).body().path("status").asText();
    }

    private void watch(long start) {
        stage.expect().eventually("rows held by the cities", PATIENCE, () -> show(start) == Rows.ALL, this::held);
        Agency authority = stage.books().agency("河北省数据和政务服务局");
        stage.expect()
                .eventually(
                        "streams at rest",
                        PATIENCE,
                        () -> atRest(authority),
                        () -> stage.client().get(authority, "/backflow/streams"));
    }

    /** Reports from time to time how many rows have arrived. */
    private long show(long start) {
        long held = held();
        if (held >= shown + SHOWN_EVERY || held == Rows.ALL) {
            shown = held;
            stage.page()
                    .row(String.format(
                            Locale.ROOT, "%,7d of %,d rows after %4.1f s", held, Rows.ALL, Rows.seconds(start)));
        }
        return held;
    }

    private boolean atRest(Agency authority) {
        JsonNode streams =
                stage.client().get(authority, "/backflow/streams").body().path("items");
        for (JsonNode stream : streams) {
            if (!stream.path("state").asText().equals("changes")
                    || stream.path("pending").asLong() > 0) {
                return false;
            }
        }
        return streams.size() == platforms.size();
    }

    private long held() {
        return platforms.stream()
                .mapToLong(platform -> platform.receiver().records())
                .sum();
    }
}
