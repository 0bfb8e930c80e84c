package org.govshare.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.commands.trail.TrailCheck;
import org.govshare.standalone.demo.Books.Holding;
import org.govshare.upkeep.root.Verdict;
import org.govshare.upkeep.state.StateVerdict;

/** Counts and compares both sides, city by city, and verifies the trail against a signed root. */
final class Reckoning {
    private static final int SHOWN_DIGEST = 12;

    private final Stage stage;
    private final List<CityPlatform> platforms;

    Reckoning(Stage stage, List<CityPlatform> platforms) {
        this.stage = stage;
        this.platforms = platforms;
    }

    void play() {
        stage.page().chapter("5  Both sides, counted 对账");
        compare();
        checkChains();
        verifyRoots();
        verifyState();
    }

    private void compare() {
        Map<String, Holding> ours = stage.books().holdings(Backflow.DATASET);
        Map<String, JsonNode> streams = streams();
        Set<String> unknown = stage.books().unknownRegions(Backflow.DATASET);
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
            String path = "/backflow/streams/" + city + "/" + Backflow.DATASET;
            streams.put(city, stage.client().get(authority, path).body());
        }
        return streams;
    }

    private void checkChains() {
        TrailCheck.Report report = stage.place().trail().check(Optional.empty());
        stage.expect().equal("faults in the audit chains", List.of(), report.faults());
        stage.expect().equal("that there are entries", true, report.entries() > platforms.size());
        stage.page()
                .text(String.format(
                        Locale.ROOT,
                        "Audit chains 审计链: %d chains with %d entries recomputed, all sound.",
                        report.chains(),
                        report.entries()));
    }

    /** What stands before a root that is signed outside the database can't be altered or cut off unseen. */
    private void verifyRoots() {
        stage.expect()
                .equal("roots signed", Optional.of(1L), stage.place().roots().get());
        Verdict verdict = stage.place().verification().get();
        stage.expect().equal("faults against the root", List.of(), verdict.faults());
        stage.expect().equal("roots verified", 1L, verdict.roots());
        stage.expect().equal("entries after the root", 0L, verdict.unprotected());
        stage.page().text("A root 根 is signed outside the database, and govshare audit verify says:");
        verdict.text(Locale.ENGLISH).lines().forEach(stage.page()::text);
    }

    /** The tables agree with the trail and the law: somebody who alters a table by hand does not alter the trail. */
    private void verifyState() {
        StateVerdict verdict = stage.place().state().get();
        stage.expect().equal("rows that differ from the trail and the law", List.of(), verdict.differences());
        stage.expect().equal("rows not verifiable", 0L, verdict.older() + verdict.textsUnread() + verdict.withoutLaw());
        stage.expect().equal("that clocks were recomputed", true, verdict.clocks() > 0);
        stage.page().text("And with --state:");
        verdict.text(Locale.ENGLISH).lines().forEach(stage.page()::text);
    }
}
