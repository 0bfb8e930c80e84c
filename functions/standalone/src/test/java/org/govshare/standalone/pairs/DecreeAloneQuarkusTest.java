package org.govshare.standalone.pairs;

import static org.govshare.standalone.pairs.Pair.DECREE;
import static org.govshare.testkit.entrance.Agencies.HUNAN_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_GOVERNMENT;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_AUTHORITY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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

/**
 * Pairs that no local text binds together: agencies of two provinces, a ministry and a province, a tax bureau that a
 * ministry manages. Decree 809 alone gives steps, periods and organs.
 */
@QuarkusTest
@TestProfile(Pairs.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class DecreeAloneQuarkusTest {
    private static final String ASK = DECREE + " 20 para. 2";
    private static final String REPLY = DECREE + " 20 para. 3";
    private static final String DISPUTE = DECREE + " 28 para. 2";
    private static final String LATE = DECREE + " 39 (4)";

    /** The organs of a pair: who is over the provider, who coordinates, whose government decides. */
    private enum Organs {
        HEBEI_ASKS_HUNAN(HUNAN_AUTHORITY, Codes.NATIONAL_AUTHORITY, Codes.STATE_COUNCIL),
        CITY_ASKS_ANOTHER_PROVINCE(Codes.CHANGSHA_AUTHORITY, Codes.NATIONAL_AUTHORITY, Codes.STATE_COUNCIL),
        MINISTRY_ASKS_PROVINCE(PROVINCE_AUTHORITY, Codes.NATIONAL_AUTHORITY, Codes.STATE_COUNCIL),
        TAX_BUREAU_PROVIDES(SHIJIAZHUANG_AUTHORITY, SHIJIAZHUANG_AUTHORITY, Codes.SHIJIAZHUANG_GOVERNMENT);

        private final String overProvider;
        private final String coordinator;
        private final String government;

        Organs(String overProvider, String coordinator, String government) {
            this.overProvider = overProvider;
            this.coordinator = coordinator;
            this.government = government;
        }

        Pair pair() {
            return Pair.valueOf(name());
        }
    }

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private World world;

    @BeforeEach
    void world() throws Exception {
        world = World.of(ownerUrl);
        world.at("2025-08-04T09:00");
    }

    @ParameterizedTest
    @EnumSource
    void granted_andFetchedForTheFirstTimeOnlyWhenTheProviderHasShared(Organs organs) {
        var pair = organs.pair();
        var request = PairCase.submitted(pair).at("reply", false).under(ASK).due("reply", pair.provider, "2025-08-18");
        request.read(pair.requester)
                .body("packs", equalTo(pair.packs))
                .body("notCarried", hasSize(0))
                .body("clocks", hasSize(1));
        world.at("2025-08-11T16:00");
        request.notForClerks(pair.provider, "consent", Map.of(), "20 para. 3")
                .act(pair.provider, "consent")
                .at("delivery", false)
                .under(REPLY)
                .done("reply")
                .due("deliver", pair.provider, "2025-09-08")
                .nothingToFetch();
        world.at("2025-09-08T23:59");
        request.act(pair.provider, "deliver")
                .at("delivered", true)
                .under(DECREE + " 22 para. 1")
                .done("reply", "deliver")
                .fetched();
    }

    @ParameterizedTest
    @EnumSource
    void request_isTheHeadsAndStatesFiveContents(Organs organs) {
        var pair = organs.pair();
        PairCase.trySubmit(pair, "clerk", pair.form())
                .statusCode(403)
                .body("rule.pack", equalTo(DECREE))
                .body("rule.article", equalTo("20 para. 2"));
        for (var field : pair.form().keySet()) {
            var form = pair.form();
            form.remove(field);
            PairCase.trySubmit(pair, "leader", form)
                    .statusCode(422)
                    .body("violations.pointer", contains("/" + field))
                    .body("rule.pack", equalTo(DECREE))
                    .body("rule.article", equalTo("20 para. 2"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refused_withReasons(Organs organs) {
        var provider = organs.pair().provider;
        PairCase.submitted(organs.pair())
                .lacking(provider, "refuse", Map.of(), "reason", DECREE, "21 para. 2")
                .notForClerks(provider, "refuse", Map.of("reason", "无关职责"), "20 para. 3")
                .act(provider, "refuse", Map.of("reason", "无关职责"))
                .at("refused", true)
                .under(REPLY)
                .done("reply")
                .nothingToFetch();
    }

    @ParameterizedTest
    @EnumSource
    void incomplete_isToldOnceWhatIsMissing_andTheClockRunsOn(Organs organs) {
        var pair = organs.pair();
        var request = PairCase.submitted(pair);
        request.act(pair.provider, "return-for-completion", Map.of("item", "use-basis,scope"))
                .at("completion", false)
                .under(DECREE + " 21 para. 2")
                .due("reply", pair.provider, "2025-08-18")
                .lacking(pair.requester, "complete", Map.of("use-basis", "第九条"), "scope", DECREE, "20 para. 2")
                .act(pair.requester, "complete", Map.of("use-basis", "第九条", "scope", "经办科室"))
                .at("reply", false)
                .due("reply", pair.provider, "2025-08-18")
                .notNow(pair.provider, "return-for-completion", Map.of("item", "mode"));
        request.read(pair.requester).body("facts.use-basis", equalTo("第九条"));
    }

    @ParameterizedTest
    @EnumSource
    void dispute_isCoordinatedByTheCommonAuthority_andDecidedByItsGovernment(Organs organs) {
        var pair = organs.pair();
        var request = refused(pair)
                .party("coordinator", organs.coordinator)
                .party("government", organs.government)
                .lacking(pair.requester, "dispute", Map.of("objection", "属于法定职责"), "negotiation", DECREE, "28 para. 2")
                .act(pair.requester, "dispute", Map.of("objection", "属于法定职责", "negotiation", "协商两次未果"))
                .at("coordination", false)
                .under(DISPUTE)
                .notNow(organs.coordinator, "decide-to-share", Map.of("decision-reason", "应当共享"))
                .act(organs.coordinator, "record-no-agreement", Map.of("coordination", "未达成一致"))
                .at("government-decision", false)
                .under(DISPUTE);
        request.tryAct(organs.coordinator, "leader", "decide-to-share", Map.of("decision-reason", "应当共享"))
                .statusCode(403)
                .body("rule.article", equalTo("28 para. 2"));
        request.act(organs.government, "decide-to-share", Map.of("decision-reason", "应当共享"))
                .at("delivery", false)
                .under(DISPUTE)
                .nothingToFetch()
                .act(pair.provider, "deliver")
                .at("delivered", true)
                .fetched();
    }

    @ParameterizedTest
    @EnumSource
    void dispute_thatTheGovernmentDecidesAgainst_endsThere(Organs organs) {
        var pair = organs.pair();
        refused(pair)
                .act(pair.requester, "dispute", Map.of("objection", "属于法定职责", "negotiation", "协商两次未果"))
                .act(organs.coordinator, "record-agreement", Map.of("coordination", "同意部分共享"))
                .at("agreed", false)
                .act(pair.provider, "decline", Map.of("reason", "仍不同意"))
                .at("government-decision", false)
                .act(organs.government, "decide-not-to-share", Map.of("decision-reason", "无关职责"))
                .at("settled", true)
                .under(DISPUTE)
                .nothingToFetch();
    }

    private static PairCase refused(Pair pair) {
        return PairCase.submitted(pair).act(pair.provider, "refuse", Map.of("reason", "无关职责"));
    }

    @ParameterizedTest
    @EnumSource
    void lateReply_isProposedToTheAuthorityOfTheProvidersLevel_whichOrders(Organs organs) {
        var pair = organs.pair();
        var request = PairCase.submitted(pair);
        world.at("2025-08-21T23:59");
        request.notYet("reply", "proposal", "2025-08-21");
        world.at("2025-08-22T00:00");
        request.proposed("reply", "proposal", "2025-08-21", organs.overProvider, LATE)
                .ordered(organs.overProvider, "reply", "late", "2025-08-29", DECREE + " 39");
        request.read(organs.overProvider)
                .body("clocks[0].overdue", equalTo(true))
                .body("clocks[0].rungs.find { it.rung == 'proposal' }.remedies.basis", contains(LATE));
    }

    @ParameterizedTest
    @EnumSource
    void lateSharing_afterConsent_isProposedLikewise(Organs organs) {
        var pair = organs.pair();
        var request = PairCase.submitted(pair).act(pair.provider, "consent");
        world.at("2025-09-04T23:59");
        request.due("deliver", pair.provider, "2025-09-01").notYet("deliver", "proposal", "2025-09-04");
        world.at("2025-09-05T00:00");
        request.proposed("deliver", "proposal", "2025-09-04", organs.overProvider, LATE)
                .ordered(organs.overProvider, "deliver", "late", "2025-09-12", DECREE + " 39");
    }

    @ParameterizedTest
    @EnumSource
    void moreTime_isConsentedToByTheAuthorityOfTheProvidersLevel_atMostTenDays(Organs organs) {
        var pair = organs.pair();
        var request = PairCase.submitted(pair);
        request.tryAct(
                        pair.provider,
                        "leader",
                        "ask-extension",
                        Map.of("clock", "reply", "amount", "11", "grounds", "核对"))
                .statusCode(422)
                .body("rule.article", equalTo("21 para. 1"));
        request.act(pair.provider, "ask-extension", Map.of("clock", "reply", "amount", "10", "grounds", "核对"))
                .act(organs.overProvider, "consent-extension", Map.of("clock", "reply"))
                .due("reply", pair.provider, "2025-09-01");
    }

    @Test
    void anAuthorityThatProvides_isUnderItsGovernment() {
        var request = PairCase.submitted(Pair.AUTHORITY_PROVIDES);
        world.at("2025-08-22T00:00");
        request.proposed("reply", "proposal", "2025-08-21", PROVINCE_GOVERNMENT, LATE)
                .ordered(PROVINCE_GOVERNMENT, "reply", "late", "2025-08-29", DECREE + " 39");
        request.read(PROVINCE_GOVERNMENT)
                .body("clocks[0].rungs.find { it.rung == 'proposal' }.remedies.basis", contains(LATE));
    }
}
