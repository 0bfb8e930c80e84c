package org.govshare.backflow.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.demo.Agency;
import org.govshare.demo.Books.Holding;
import org.govshare.demo.Chapter;
import org.govshare.demo.CityPlatform;
import org.govshare.demo.Page;
import org.govshare.demo.Rows;
import org.govshare.demo.Stage;

/** Counts and compares both sides, city by city. */
public final class Reckoning implements Chapter {
    private static final int SHOWN_DIGEST = 12;

    private Stage stage;
    private List<CityPlatform> platforms;

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Optional<String> title() {
        return Optional.of("Both sides, counted 对账");
    }

    @Override
    public void play(Stage on) {
        stage = on;
        platforms = stage.platforms();
        compare();
    }

    private void compare() {
        Map<String, Holding> ours = stage.books().holdings(Rows.COMMUNITIES);
        Map<String, JsonNode> streams = streams();
        Set<String> unknown = stage.books().unknownRegions(Rows.COMMUNITIES);
        stage.page().row("city 市          in the database   held by the city   by four digits   digest");
        long records = 0;
        long byPrefix = 0;
        for (CityPlatform platform : platforms) {
            Holding our = ours.get(platform.city().code());
            Holding their = platform.receiver().holding(unknown);
            JsonNode stream = streams.get(platform.city().code());
            stage.page().row(row(platform, our, their));
            stage.expect().equal(platform.city().name() + " on both sides", our, their);
            stage.expect()
                    .equal(
                            platform.city().name() + " in the API",
                            our.records() + " " + our.byPrefix(),
                            stream.path("records").asLong() + " "
                                    + stream.path("byPrefix").asLong());
            records += their.records();
            byPrefix += their.byPrefix();
        }
        stage.page()
                .row(Page.padded("all", 16) + String.format(Locale.ROOT, "%15d %18d %16d", records, records, byPrefix));
        stage.expect().equal("rows of all cities", Rows.ALL, records);
        stage.expect().equal("rows by four digits", Rows.BY_PREFIX, byPrefix);
        stage.page().text(platforms.size() + " cities 市 equal on both sides: counts, versions and content.");
    }

    private static String row(CityPlatform platform, Holding our, Holding their) {
        return Page.padded(platform.city().code() + " " + platform.city().name(), 16)
                + String.format(
                        Locale.ROOT,
                        "%15d %18d %16d   %s %s",
                        our.records(),
                        their.records(),
                        their.byPrefix(),
                        their.digest().substring(0, SHOWN_DIGEST),
                        our.equals(their) ? "=" : "DIFFERS");
    }

    private Map<String, JsonNode> streams() {
        Map<String, JsonNode> streams = new HashMap<>();
        Agency authority = stage.books().agency("河北省数据和政务服务局");
        for (CityPlatform platform : platforms) {
            String city = platform.city().code();
            String path = "/backflow/streams/" + city + "/" + Rows.COMMUNITIES;
            streams.put(city, stage.client().get(authority, path).body());
        }
        return streams;
    }
}
