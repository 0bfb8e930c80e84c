package org.govshare.standalone.pairs;

import static org.govshare.standalone.pairs.Pair.DECREE;
import static org.govshare.standalone.pairs.Pair.HEBEIS;
import static org.govshare.standalone.pairs.Pair.HUNANS;
import static org.govshare.standalone.pairs.Pair.NEIJIANGS;
import static org.govshare.standalone.pairs.Pair.SHENYANGS;
import static org.govshare.standalone.pairs.Pair.SHENYANG_MEASURES;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_HEALTH;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.http.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rulings say of the pairs: whose steps, whose periods, who gave way, what is added and what is not carried. */
@QuarkusTest
@TestProfile(Pairs.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class RulingsQuarkusTest {
    private static final String CONDITIONAL = "CONDITIONAL";
    private static final String UNCONDITIONAL = "UNCONDITIONAL";
    private static final String ON = "procedure.clocks.find { it.rule == '%s' }.";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void world() throws Exception {
        World.of(ownerUrl).at("2025-08-04T09:00");
    }

    /** @param parties the region of who asks, and of whom where it is elsewhere or another kind of body */
    private static ValidatableResponse ruling(String shareClass, String parties) {
        return Api.as(SHIJIAZHUANG_HEALTH, "clerk")
                .header("Accept-Language", "en")
                .get("/law/ruling?kind=share-request&shareClass=" + shareClass + "&region=" + parties)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        // Hebei art. 15: five days for the reply, three for delivery; the Decree's extension stays.
        "130100, hebei-2022, reply, 5, hebei-2022, 15 para. 3, decree-809-2025, 15",
        "130100, hebei-2022, deliver, 3, hebei-2022, 15 para. 3, decree-809-2025, 3",
        // Of equal periods the higher text's counts, and none gives way.
        "430100, hunan-2021, reply, 10, decree-809-2025, 21 para. 1, , 20",
        "511000, neijiang-2020-draft, reply, 10, decree-809-2025, 21 para. 1, , 20",
        // Five days of the regulation; the seven of the measures and the ten of the Decree give way.
        "210100, shenyang-2020 shenyang-2016, reply, 5, shenyang-2020, 20, shenyang-2016 decree-809-2025, 15",
        "210100, shenyang-2020 shenyang-2016, deliver, 20, decree-809-2025, 22 para. 1, , 20"
    })
    void withinAPlace_theShorterPeriodCounts(
            String region,
            String local,
            String clock,
            int period,
            String pack,
            String article,
            String gaveWay,
            int total) {
        var path = ON.formatted(clock);
        var ways = gaveWay == null ? new String[0] : gaveWay.split(" ");
        ruling(CONDITIONAL, region)
                .body("procedure.packs", equalTo(List.of((local + " " + DECREE).split(" "))))
                .body("notBinding", empty())
                .body(path + "period.amount", equalTo(period))
                .body(path + "period.setBy.pack", equalTo(pack))
                .body(path + "period.setBy.article", equalTo(article))
                .body(path + "period.gaveWay.pack", equalTo(List.of(ways)))
                .body(path + "total.amount", equalTo(total));
    }

    @Test
    void unconditionally_theDecreesDayCountsForHebeisAuthority() {
        var path = ON.formatted("deliver");
        ruling(UNCONDITIONAL, "130100")
                .body("procedure.packs", contains(HEBEIS, DECREE))
                .body(path + "obligor", equalTo("authority"))
                .body(path + "period.amount", equalTo(1))
                .body(path + "period.setBy.pack", equalTo(DECREE))
                .body(path + "period.setBy.article", equalTo("21 para. 1"))
                .body(path + "period.gaveWay[0].pack", equalTo(HEBEIS))
                .body(path + "period.gaveWay[0].amount", equalTo(3))
                .body(path + "total.amount", equalTo(11))
                .body(path + "consentedBy", equalTo("provider-authority"));
    }

    @ParameterizedTest
    @CsvSource({
        "130000&providerRegion=430000, hebei-2022 hunan-2021, false",
        "130100&providerRegion=430100, hebei-2022 hunan-2021, false",
        "430100&providerRegion=130000, hebei-2022 hunan-2021, false",
        "000000&providerRegion=130000, hebei-2022, false",
        "130000&providerRegion=000000, hebei-2022, false",
        "130100&providerBody=stationed-agency, hebei-2022, true",
        "511000&providerBody=stationed-agency, neijiang-2020-draft, true",
        "511000&providerRegion=210100, neijiang-2020-draft shenyang-2020 shenyang-2016, false"
    })
    void whereNoLocalTextBindsBoth_theDecreeRulesAlone_andTheyAreNamed(String parties, String texts, boolean byKind) {
        ruling(CONDITIONAL, parties)
                .body("procedure.packs", contains(DECREE))
                .body("procedure.added", empty())
                .body("procedure.notCarried", empty())
                .body("procedure.clocks.rule", contains("reply", "deliver"))
                .body("procedure.clocks.period.amount", contains(10, 20))
                .body("procedure.clocks.total.amount", contains(20, 20))
                .body("notBinding.id", containsInAnyOrder((Object[]) texts.split(" ")))
                .body("notBinding.byKind", everyItem(equalTo(byKind)));
    }

    @Test
    void towardsACourt_nothingRules_andEachTextSaysThatItDoesNotBindItsKind() {
        ruling(CONDITIONAL, "130100&providerBody=other-state-organ")
                .body("procedure", nullValue())
                .body("notBinding.id", contains(HEBEIS, DECREE))
                .body("notBinding.byKind", everyItem(equalTo(true)))
                .body("notBinding.body", everyItem(equalTo("other-state-organ")));
    }

    @ParameterizedTest
    @CsvSource({
        // Contents that the local text asks for too are not added a second time.
        "130100, dispute, scenario of use, basis of use",
        "430100, dispute, , scenario of use",
        "511000, dispute, , scenario of use",
        "210100, ask for coordination, scope of use, scenario of use"
    })
    void added_areTheContentsTheHeadsAndTheDispute(String region, String dispute, String asked, String added) {
        var ruling = ruling(CONDITIONAL, region)
                .body("procedure.added.pack", everyItem(is(oneOf(DECREE, SHENYANG_MEASURES))))
                .body(
                        article("20 para. 2"),
                        hasItems("apply: " + added, "apply: time of use", "apply: takes the role leader"))
                .body(
                        article("28 para. 2"),
                        hasItems(
                                dispute + ": how the parties negotiated",
                                "no agreement, put to its government for decision",
                                "decide to share",
                                "decide not to share"))
                .body(article("21 para. 2"), contains(endsWith(": once, and all of it")));
        if (asked != null) {
            ruling.body("procedure.added.what.findAll { it == 'apply: " + asked + "' }", empty());
        }
    }

    private static String article(String article) {
        return "procedure.added.findAll { it.article == '" + article + "' }.what";
    }

    @Test
    void notCarried_isWhatTheStepsHaveNoPlaceFor() {
        ruling(CONDITIONAL, "130100")
                .body("procedure.notCarried.pack", everyItem(equalTo(HEBEIS)))
                .body("procedure.notCarried.article", contains("15 para. 3", "15 para. 3"))
                .body("procedure.notCarried.what", contains("decide to share", "decide not to share"));
        ruling(CONDITIONAL, "430100")
                .body("procedure.packs", contains(HUNANS, DECREE))
                .body("procedure.notCarried", empty());
        ruling(CONDITIONAL, "511000")
                .body("procedure.packs", contains(NEIJIANGS, DECREE))
                .body("procedure.notCarried", empty());
        ruling(CONDITIONAL, "210100")
                .body("procedure.packs", contains(SHENYANGS, SHENYANG_MEASURES, DECREE))
                .body("procedure.notCarried.pack", contains(SHENYANG_MEASURES))
                .body("procedure.notCarried.what", contains("receive the written form"));
        ruling(UNCONDITIONAL, "130100")
                .body("procedure.notCarried.pack", everyItem(equalTo(DECREE)))
                .body("procedure.notCarried.article", hasItems("20 para. 3", "28 para. 2"));
        ruling(UNCONDITIONAL, "210100")
                .body("procedure.clocks", empty())
                .body("procedure.notCarried.article", hasItems("20 para. 3", "21 para. 2", "28 para. 2"))
                // The opening shares the data, which is what art. 22 asks for.
                .body("procedure.notCarried.article", not(hasItem("22 para. 1")));
    }

    @Test
    void onTheEve_theLocalTextRulesAlone() {
        ruling(CONDITIONAL, "130100&on=2025-07-31")
                .body("procedure.packs", contains(HEBEIS))
                .body("procedure.added", empty())
                .body(ON.formatted("reply") + "total.amount", equalTo(5));
        ruling(CONDITIONAL, "430100&providerRegion=130100&on=2025-07-31").body("procedure", nullValue());
        ruling(CONDITIONAL, "430100&providerRegion=130100&on=2025-08-01").body("procedure.packs", contains(DECREE));
    }
}
