package org.govshare.standalone.pairs;

import static org.govshare.standalone.pairs.Pair.DECREE;
import static org.govshare.standalone.pairs.Pair.HEBEIS;
import static org.govshare.testkit.entrance.Agencies.CIVIL_AFFAIRS;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_GOVERNMENT;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_AUTHORITY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unconditionally shared data: the reply of Decree 809 art. 21 is due in one working day, unless a local text shares at once. */
@QuarkusTest
@TestProfile(Pairs.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class OpenlySharedQuarkusTest {
    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private World world;

    @BeforeEach
    void world() throws Exception {
        world = World.of(ownerUrl);
        world.at("2025-08-04T09:00");
    }

    private static PairCase arrivedInHebei() {
        return PairCase.submitted(Pair.HEBEI_OPENLY).act(SHIJIAZHUANG_AUTHORITY, "forward-up");
    }

    @Test
    void hebeisAuthority_deliversInOneDay_inPlaceOfItsThree() {
        var request = arrivedInHebei().at("delivery", false).due("deliver", PROVINCE_AUTHORITY, "2025-08-05");
        request.read(PROVINCE_AUTHORITY)
                .body("packs", equalTo(Pair.HEBEI_OPENLY.packs))
                .body("clocks.rule", equalTo(List.of("deliver")))
                .body("clocks[0].explanation.join(' ')", containsString("period 1 working days: National Regulation"))
                .body("clocks[0].explanation.join(' ')", containsString("gave way: 3 working days, Hebei Measures"))
                .body("notCarried", hasItem(containsString(DECREE + " 20 para. 3")));
        request.nothingToFetch()
                .act(PROVINCE_AUTHORITY, "deliver")
                .at("delivered", true)
                .under(HEBEIS + " 15 para. 2")
                .done("deliver")
                .fetched();
    }

    @Test
    void hebeisLateAuthority_isUnderItsGovernment_byTheDecreesDayFirst_byItsOwnLater() {
        var request = arrivedInHebei();
        world.at("2025-08-09T00:00");
        request.proposed("deliver", "proposal." + DECREE, "2025-08-08", PROVINCE_GOVERNMENT, DECREE + " 39 (4)")
                .notYet("deliver", "proposal", "2025-08-12")
                .ordered(PROVINCE_GOVERNMENT, "deliver", "late", "2025-08-29", DECREE + " 39");
        world.at("2025-08-13T00:00");
        request.proposed("deliver", "proposal", "2025-08-12", PROVINCE_GOVERNMENT, HEBEIS + " 30 (5)")
                .ordered(PROVINCE_GOVERNMENT, "deliver", "other", "2025-08-29", HEBEIS + " 30");
    }

    @ParameterizedTest
    @CsvSource({"HUNAN_OPENLY, ch. 3 para. 11 (1)", "NEIJIANG_OPENLY, 27", "SHENYANG_OPENLY, 20"})
    void whereTheLocalTextSharesAtOnce_noClockRunsOn_andTheHeadStatesTheDecreesContents(Pair pair, String article) {
        PairCase.trySubmit(pair, "clerk", pair.form()).statusCode(403).body("rule.article", equalTo("20 para. 2"));
        var form = pair.form();
        form.remove("mode");
        PairCase.trySubmit(pair, "leader", form)
                .statusCode(422)
                .body("rule.pack", equalTo(DECREE))
                .body("rule.article", equalTo("20 para. 2"));
        PairCase.submitted(pair)
                .at("delivered", true)
                .under(pair.packs.get(0) + " " + article)
                .fetched()
                .read(pair.requester)
                .body("packs", equalTo(pair.packs))
                .body("clocks.findAll { it.ended != 'FULFILLED' || it.breached }", empty());
    }

    @Test
    void taxBureau_repliesInOneDay_andSharesInTwenty() {
        var pair = Pair.TAX_BUREAU_OPENLY;
        var request = PairCase.submitted(pair).due("reply", pair.provider, "2025-08-05");
        request.act(pair.provider, "consent")
                .under(DECREE + " 20 para. 3")
                .due("deliver", pair.provider, "2025-09-01")
                .nothingToFetch()
                .act(pair.provider, "deliver")
                .under(DECREE + " 22 para. 1")
                .done("reply", "deliver")
                .fetched();
    }

    @Test
    void taxBureau_lateReply_isProposedToTheAuthorityOfItsPlace_notUnderHebei() {
        var request = PairCase.submitted(Pair.TAX_BUREAU_OPENLY);
        world.at("2025-08-09T00:00");
        request.proposed("reply", "proposal", "2025-08-08", SHIJIAZHUANG_AUTHORITY, DECREE + " 39 (4)")
                .read(SHIJIAZHUANG_AUTHORITY)
                .body("clocks[0].rungs.findAll { it.proposedAct }.basis", equalTo(List.of(DECREE + " 39 (4)")));
        request.tryOrder(Codes.SHIJIAZHUANG_GOVERNMENT, "reply", "late", "2025-08-29")
                .statusCode(403)
                .body("rule.pack", equalTo(DECREE))
                .body("rule.article", equalTo("39"));
    }

    @Test
    void hebeisProvider_doesNotReply_whereTheAuthorityAnswersInItsPlace() {
        arrivedInHebei().unknown(CIVIL_AFFAIRS, "consent", Map.of());
    }
}
