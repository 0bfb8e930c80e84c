package org.govshare.standalone.pairs;

import static org.govshare.standalone.pairs.Pair.DECREE;
import static org.govshare.standalone.pairs.Pair.HEBEIS;
import static org.govshare.standalone.pairs.Pair.HUNANS;
import static org.govshare.standalone.pairs.Pair.NEIJIANGS;
import static org.govshare.standalone.pairs.Pair.SHENYANGS;
import static org.govshare.standalone.pairs.Pair.SHENYANG_MEASURES;
import static org.govshare.testkit.entrance.Agencies.HUNAN_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.HUNAN_POLICE;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_GOVERNMENT;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_POLICE;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_POLICE;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_HEALTH;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request of 31 July 2025 stays under the law of that day, whatever is done later; one of 1 August 00:00 does not. */
@QuarkusTest
@TestProfile(Pairs.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class EveOfTheDecreeQuarkusTest {
    private static final String EVE = "2025-07-31T23:59";
    private static final String DAY = "2025-08-01T00:00";
    private static final Map<String, String> CONSENT = Map.of("scope", "全市", "purpose", "资格核验");
    private static final Map<String, String> BASIS =
            Map.of("instrument", "居民身份证法", "article", "第十九条", "reason", "涉及个人信息");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private World world;

    @BeforeEach
    void world() throws Exception {
        world = World.of(ownerUrl);
    }

    @ParameterizedTest
    @EnumSource(names = {"HEBEI", "HUNAN", "NEIJIANG", "SHENYANG"})
    void oneMinuteApart_theOldFormOfAClerkIsARequest_andIsNot(Pair pair) {
        world.at(EVE);
        PairCase.submitted(pair, "clerk", pair.formOfOldLaw())
                .read(pair.requester)
                .body("packs", equalTo(pair.packs.subList(0, pair.packs.size() - 1)));
        world.at(DAY);
        PairCase.trySubmit(pair, "clerk", pair.form())
                .statusCode(403)
                .body("rule.pack", equalTo(DECREE))
                .body("rule.article", equalTo("20 para. 2"));
        PairCase.trySubmit(pair, "leader", pair.formOfOldLaw())
                .statusCode(422)
                .body("rule.pack", equalTo(DECREE))
                .body("rule.article", equalTo("20 para. 2"));
        PairCase.submitted(pair).read(pair.requester).body("packs", equalTo(pair.packs));
    }

    @Test
    void withinHebei_theAuthorityStillDecides_andClerksStillReply() {
        world.at(EVE);
        var request = PairCase.submitted(Pair.HEBEI, "clerk", Pair.HEBEI.formOfOldLaw());
        world.at("2025-08-04T09:00");
        request.act(SHIJIAZHUANG_AUTHORITY, "forward-up").act(PROVINCE_AUTHORITY, "forward");
        request.tryAct(PROVINCE_POLICE, "clerk", "refuse", BASIS).statusCode(200);
        request.act(PROVINCE_AUTHORITY, "tell-reason")
                .act(SHIJIAZHUANG_HEALTH, "dispute", Map.of("objection", "属于法定职责"));
        // Only the Decree has the authority put a dispute to the government.
        request.unknown(PROVINCE_AUTHORITY, "record-no-agreement", Map.of("coordination", "x"))
                .act(
                        PROVINCE_AUTHORITY,
                        "decide-to-share",
                        Map.of("decision-reason", "应当共享", "scope", "全市", "purpose", "核验"))
                .under(HEBEIS + " 15 para. 3")
                .act(PROVINCE_AUTHORITY, "deliver")
                .at("delivered", true)
                .fetched();
        request.read(SHIJIAZHUANG_HEALTH)
                .body("packs", contains(HEBEIS))
                .body("notCarried", empty())
                .body("timeline.basis", everyItem(startsWith(HEBEIS)));
    }

    @Test
    void withinHebei_lateReply_isProposedUnderHebeiAlone_evenMonthsIntoTheDecree() {
        world.at(EVE);
        var request = PairCase.submitted(Pair.HEBEI, "clerk", Pair.HEBEI.formOfOldLaw());
        world.at("2025-08-04T09:00");
        request.act(SHIJIAZHUANG_AUTHORITY, "forward-up")
                .act(PROVINCE_AUTHORITY, "forward")
                .due("reply", PROVINCE_POLICE, "2025-08-11");
        world.at("2025-11-03T09:00");
        request.proposed("reply", "proposal", "2025-08-14", PROVINCE_GOVERNMENT, HEBEIS + " 30 (5)");
        request.read(PROVINCE_GOVERNMENT)
                .body("clocks.find { it.rule == 'reply' }.rungs.findAll { it.proposedAct }.rung", contains("proposal"))
                .body(
                        "clocks.find { it.rule == 'reply' }.rungs.find { it.rung == 'proposal' }.remedies.basis",
                        everyItem(startsWith(HEBEIS)));
        request.tryOrder(PROVINCE_AUTHORITY, "reply", "late", "2025-11-20")
                .statusCode(422)
                .body("rule.pack", equalTo(DECREE))
                .body("violations.pointer", contains("/clock"));
        request.ordered(PROVINCE_GOVERNMENT, "reply", "other", "2025-11-20", HEBEIS + " 30");
    }

    @Test
    void withinHunan_onlyWhatIsToldByName_isMissing_asOftenAsItIs() {
        world.at(EVE);
        var request = PairCase.submitted(Pair.HUNAN, "clerk", Pair.HUNAN.formOfOldLaw())
                .due("reply", HUNAN_POLICE, "2025-08-14");
        for (int times = 0; times < 2; times++) {
            request.act(HUNAN_POLICE, "return-for-completion", Map.of("item", "purpose"))
                    .act(Pair.HUNAN.requester, "complete", Map.of("purpose", "核验"));
        }
        request.tryAct(HUNAN_POLICE, "clerk", "consent", CONSENT).statusCode(200);
        request.at("delivered", true).done("reply").under(HUNANS + " ch. 3 para. 11 (2)");
        request.read(HUNAN_POLICE).body("clocks.rule", contains("reply"));
    }

    @Test
    void withinHunan_coordinationBindsNobody_andNoGovernmentDecides() {
        world.at(EVE);
        PairCase.submitted(Pair.HUNAN, "clerk", Pair.HUNAN.formOfOldLaw())
                .act(HUNAN_POLICE, "refuse", Map.of("reason", "涉及个人信息"))
                .act(Pair.HUNAN.requester, "dispute", Map.of("objection", "属于法定职责"))
                .act(HUNAN_AUTHORITY, "record-no-agreement", Map.of("coordination", "未达成一致"))
                .at("not-agreed", true)
                .under(HUNANS + " ch. 3 para. 12");
    }

    @Test
    void withinNeijiang_aLateReplyIsProposedToNobody() {
        world.at(EVE);
        var request = PairCase.submitted(Pair.NEIJIANG, "clerk", Pair.NEIJIANG.formOfOldLaw());
        world.at("2025-09-30T09:00");
        request.read(Pair.NEIJIANG.provider)
                .body("packs", contains(NEIJIANGS))
                .body("clocks[0].overdue", equalTo(true))
                .body("clocks[0].rungs.findAll { it.proposedAct }", empty());
    }

    @Test
    void withinShenyang_fiveDaysRunFromReceipt_andNoWrittenFormIsWaitedFor() {
        world.at(EVE);
        var request = PairCase.submitted(Pair.SHENYANG, "clerk", Pair.SHENYANG.formOfOldLaw());
        request.at("reply", false).due("reply", SHENYANG_POLICE, "2025-08-07");
        request.read(SHENYANG_POLICE)
                .body("packs", contains(SHENYANGS, SHENYANG_MEASURES))
                .body("clocks.rule", contains("reply"));
        world.at("2025-08-04T09:00");
        request.unknown(SHENYANG_POLICE, "receive-form", Map.of());
    }

    @Test
    void betweenProvinces_hebeisStepsReachedOutWithoutAPeriod_andHunansDidNot() {
        world.at(EVE);
        PairCase.submitted(Pair.HEBEI_ASKS_HUNAN, "clerk", Pair.HEBEI.formOfOldLaw())
                .act(PROVINCE_AUTHORITY, "forward")
                .at("reply", false)
                .read(HUNAN_POLICE)
                .body("packs", contains(HEBEIS))
                .body("clocks", empty());
        PairCase.trySubmit(Pair.HUNAN.requester, "clerk", Pair.HEBEI.dataset, Pair.HEBEI.formOfOldLaw())
                .statusCode(422)
                .body("detail", containsString("does not apply to agencies of 130000"));
        world.at(DAY);
        PairCase.submitted(Pair.HEBEI_ASKS_HUNAN)
                .due("reply", HUNAN_POLICE, "2025-08-15")
                .read(HUNAN_POLICE)
                .body("packs", contains(DECREE));
    }
}
