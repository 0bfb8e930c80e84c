package org.govshare.standalone.pairs;

import static org.govshare.standalone.pairs.Pair.DECREE;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_GOVERNMENT;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_AUTHORITY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Within Hebei: the way of its art. 17 through the authorities and its shorter periods stay (Decree 809 arts. 20 para. 1,
 * 23), with the contents, consents and disputes of the Decree.
 */
@QuarkusTest
@TestProfile(Pairs.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class HebeiPairQuarkusTest {
    private static final String HEBEI = "hebei-2022";
    private static final Map<String, String> CONSENT = Map.of("scope", "全市", "purpose", "资格核验");
    private static final Map<String, String> BASIS =
            Map.of("instrument", "居民身份证法", "article", "第十九条", "reason", "涉及个人信息");
    private static final Map<String, String> DECISION =
            Map.of("decision-reason", "属于法定职责", "scope", "全市", "purpose", "资格核验");

    /** Through which authorities a request goes, the last of which handles it, and whose government is over that one. */
    private enum Way {
        HEBEI(PROVINCE_GOVERNMENT, SHIJIAZHUANG_AUTHORITY, PROVINCE_AUTHORITY),
        HEBEI_WITHIN_A_CITY(Codes.SHIJIAZHUANG_GOVERNMENT, SHIJIAZHUANG_AUTHORITY);

        private final String government;
        private final List<String> route;

        Way(String government, String... route) {
            this.government = government;
            this.route = List.of(route);
        }

        Pair pair() {
            return Pair.valueOf(name());
        }

        String authority() {
            return route.get(route.size() - 1);
        }

        /** A request that lies with the authority that handles it. */
        PairCase arrived() {
            var request = PairCase.submitted(pair());
            route.stream().limit(route.size() - 1L).forEach(authority -> request.act(authority, "forward-up"));
            return request;
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
    void granted_inHebeisShorterPeriods_andFetched(Way way) {
        var pair = way.pair();
        var request = way.arrived().at("review", false).due("review", way.authority(), "2025-08-07");
        request.read(pair.requester).body("packs", equalTo(pair.packs));
        world.at("2025-08-05T09:00");
        request.act(way.authority(), "forward").under(HEBEI + " 15 para. 3").due("reply", pair.provider, "2025-08-12");
        request.read(pair.provider)
                .body(
                        "clocks.find { it.rule == 'reply' }.explanation.join(' ')",
                        containsString("gave way: 10 working days, National Regulation"));
        world.at("2025-08-06T09:00");
        request.notForClerks(pair.provider, "consent", CONSENT, "20 para. 3")
                .lacking(pair.provider, "consent", Map.of("scope", "全市"), "purpose", HEBEI, "14 para. 2")
                .act(pair.provider, "consent", CONSENT)
                .at("delivery", false)
                .under(HEBEI + " 15 para. 3")
                .due("deliver", way.authority(), "2025-08-11")
                .nothingToFetch();
        request.read(pair.provider)
                .body(
                        "clocks.find { it.rule == 'deliver' }.explanation.join(' ')",
                        containsString("gave way: 20 working days, National Regulation"));
        request.act(way.authority(), "deliver")
                .at("delivered", true)
                .under(HEBEI + " 15 para. 3")
                .done("review", "reply", "deliver")
                .fetched();
    }

    @Test
    void request_isTheHeads_andStatesWhatEitherTextAsksFor() {
        PairCase.trySubmit(Pair.HEBEI, "clerk", Pair.HEBEI.form())
                .statusCode(403)
                .body("rule.pack", equalTo(DECREE))
                .body("rule.article", equalTo("20 para. 2"));
        for (var field : Pair.HEBEI.form().keySet()) {
            var form = new HashMap<>(Pair.HEBEI.form());
            form.remove(field);
            boolean hebeis = field.equals("scenario");
            PairCase.trySubmit(Pair.HEBEI, "leader", form)
                    .statusCode(422)
                    .body("violations.pointer", hasItem("/" + field))
                    .body("rule.pack", equalTo(hebeis ? HEBEI : DECREE))
                    .body("rule.article", equalTo(hebeis ? "15 para. 1" : "20 para. 2"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refused_byLawOrRegulation_withReasons(Way way) {
        var provider = way.pair().provider;
        var request = way.arrived().act(way.authority(), "forward");
        for (var field : List.of("instrument", "article")) {
            var fields = new HashMap<>(BASIS);
            fields.remove(field);
            request.lacking(provider, "refuse", fields, field, HEBEI, "14 para. 1");
        }
        request.lacking(provider, "refuse", Map.of("instrument", "x", "article", "x"), "reason", HEBEI, "15 para. 3")
                .notForClerks(provider, "refuse", BASIS, "20 para. 3")
                .act(provider, "refuse", BASIS)
                .done("reply")
                .act(way.authority(), "tell-reason")
                .at("refused", true)
                .nothingToFetch();
    }

    @ParameterizedTest
    @EnumSource
    void incomplete_isToldOnceAllThatIsMissing_andTheClockRunsOn(Way way) {
        var pair = way.pair();
        way.arrived()
                .act(way.authority(), "return-for-completion", Map.of("item", "use-basis,scenario"))
                .at("completion", false)
                .due("review", way.authority(), "2025-08-07")
                .lacking(pair.requester, "complete", Map.of("use-basis", "第九条"), "scenario", HEBEI, "15 para. 1")
                .lacking(pair.requester, "complete", Map.of("scenario", "核验"), "use-basis", DECREE, "20 para. 2")
                .act(pair.requester, "complete", Map.of("use-basis", "第九条", "scenario", "核验"))
                .at("review", false)
                .due("review", way.authority(), "2025-08-07")
                .notNow(way.authority(), "return-for-completion", Map.of("item", "mode"));
    }

    @ParameterizedTest
    @EnumSource
    void dispute_isCoordinatedByTheAuthority_andDecidedByTheGovernment(Way way) {
        var pair = way.pair();
        var request = way.arrived()
                .act(way.authority(), "forward")
                .act(pair.provider, "refuse", BASIS)
                .act(way.authority(), "tell-reason")
                .lacking(pair.requester, "dispute", Map.of("negotiation", "x"), "objection", HEBEI, "15 para. 3")
                .lacking(pair.requester, "dispute", Map.of("objection", "x"), "negotiation", DECREE, "28 para. 2")
                .act(pair.requester, "dispute", Map.of("objection", "属于法定职责", "negotiation", "协商未果"))
                .at("coordination", false)
                .notNow(way.authority(), "decide-to-share", DECISION)
                .act(way.authority(), "record-no-agreement", Map.of("coordination", "未达成一致"))
                .at("government-decision", false)
                .under(DECREE + " 28 para. 2");
        request.read(pair.requester)
                .body("notCarried", hasItem(containsString(HEBEI + " 15 para. 3: decide to share")))
                .body("parties.coordinator.code", hasItem(way.authority()));
        request.tryAct(way.authority(), "leader", "decide-to-share", DECISION).statusCode(403);
        request.act(way.government, "decide-to-share", DECISION)
                .at("delivery", false)
                .under(DECREE + " 28 para. 2")
                .act(way.authority(), "deliver")
                .at("delivered", true)
                .fetched();
    }

    @ParameterizedTest
    @EnumSource
    void lateReply_isProposedToTheGovernmentUnderHebei_andToTheAuthorityUnderTheDecree(Way way) {
        var pair = way.pair();
        var request = way.arrived().act(way.authority(), "forward").due("reply", pair.provider, "2025-08-11");
        world.at("2025-08-14T23:59");
        request.notYet("reply", "proposal", "2025-08-14");
        world.at("2025-08-15T00:00");
        // Late by Hebei's five days, not by the Decree's ten.
        request.proposed("reply", "proposal", "2025-08-14", way.government, HEBEI + " 30 (5)")
                .notYet("reply", "proposal." + DECREE, "2025-08-21");
        request.tryOrder(way.authority(), "reply", "late", "2025-08-29").statusCode(422);
        request.ordered(way.government, "reply", "other", "2025-08-29", HEBEI + " 30");
        world.at("2025-08-22T00:00");
        request.proposed("reply", "proposal." + DECREE, "2025-08-21", way.authority(), DECREE + " 39 (4)")
                .ordered(way.authority(), "reply", "late", "2025-08-29", DECREE + " 39");
    }

    @ParameterizedTest
    @EnumSource
    void lateReview_ofTheAuthority_isProposedToItsGovernment(Way way) {
        var request = way.arrived();
        world.at("2025-08-13T00:00");
        request.proposed("review", "proposal", "2025-08-12", way.government, HEBEI + " 30 (5)")
                .ordered(way.government, "review", "other", "2025-08-29", HEBEI + " 30");
    }

    @ParameterizedTest
    @EnumSource
    void lateDelivery_ofTheAuthority_inTheProvidersPlace_isProposedToItsGovernmentUnderEachText(Way way) {
        var request = way.arrived().act(way.authority(), "forward").act(way.pair().provider, "consent", CONSENT);
        world.at("2025-08-13T00:00");
        request.proposed("deliver", "proposal", "2025-08-12", way.government, HEBEI + " 30 (5)")
                .notYet("deliver", "proposal." + DECREE, "2025-09-04");
        world.at("2025-09-05T00:00");
        request.proposed("deliver", "proposal." + DECREE, "2025-09-04", way.government, DECREE + " 39 (4)");
    }
}
