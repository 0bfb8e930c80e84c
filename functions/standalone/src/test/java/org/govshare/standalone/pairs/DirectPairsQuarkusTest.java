package org.govshare.standalone.pairs;

import static org.govshare.standalone.pairs.Pair.DECREE;
import static org.govshare.testkit.entrance.Agencies.HUNAN_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.NEIJIANG_BUREAU;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Within Hunan and within Neijiang, whose draft is switched on here: the request goes straight to the provider, whose
 * consent opens the grant at once; contents, consents, disputes and powers of Decree 809 come in addition.
 */
@QuarkusTest
@TestProfile(Pairs.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class DirectPairsQuarkusTest {
    private static final Map<String, String> CONSENT = Map.of("scope", "全域", "purpose", "资格核验");
    private static final Map<String, String> GROUNDS = Map.of("reason", "涉及个人信息");

    /** What the local text says by which of its articles, and the organs of Decree 809. */
    private enum Local {
        HUNAN(
                "ch. 3 para. 11 (2)",
                "ch. 3 para. 11",
                "ch. 2 para. 5",
                "ch. 3 para. 12",
                HUNAN_AUTHORITY,
                HUNAN_AUTHORITY,
                Codes.HUNAN_GOVERNMENT),
        NEIJIANG(
                "26 para. 2",
                "26 para. 1",
                "26 para. 2",
                "25 para. 2",
                NEIJIANG_BUREAU,
                NEIJIANG_BUREAU,
                Codes.NEIJIANG_GOVERNMENT),
        /** The city's authority in the draft, the district's in the Decree. */
        NEIJIANG_WITHIN_A_DISTRICT(
                "26 para. 2",
                "26 para. 1",
                "26 para. 2",
                "25 para. 2",
                NEIJIANG_BUREAU,
                Codes.SHIZHONG_AUTHORITY,
                Codes.SHIZHONG_GOVERNMENT);

        private final String consent;
        private final String contents;
        private final String scope;
        private final String dispute;
        private final String authority;
        private final String coordinator;
        private final String government;

        Local(
                String consent,
                String contents,
                String scope,
                String dispute,
                String authority,
                String coordinator,
                String government) {
            this.consent = consent;
            this.contents = contents;
            this.scope = scope;
            this.dispute = dispute;
            this.authority = authority;
            this.coordinator = coordinator;
            this.government = government;
        }

        Pair pair() {
            return Pair.valueOf(name());
        }

        String pack() {
            return pair().packs.get(0);
        }

        /** What the text asks for besides the Decree's five contents. */
        Set<String> own() {
            return this == HUNAN ? Set.of("name", "purpose") : Set.of("need");
        }

        /** What a refusal states: in Neijiang a basis too (art. 26 para. 1). */
        Map<String, String> refusal() {
            var stated = new HashMap<>(GROUNDS);
            if (this != HUNAN) {
                stated.put("basis", "居民身份证法第十九条");
            }
            return stated;
        }

        PairCase refused() {
            return PairCase.submitted(pair()).act(pair().provider, "refuse", refusal());
        }

        PairCase disputed() {
            return refused().act(pair().requester, "dispute", Map.of("objection", "属于法定职责", "negotiation", "协商未果"));
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
    void granted_andFetched_asSoonAsTheProviderConsents(Local local) {
        var pair = local.pair();
        var request = PairCase.submitted(pair).at("reply", false).due("reply", pair.provider, "2025-08-18");
        request.read(pair.requester).body("packs", equalTo(pair.packs));
        request.notForClerks(pair.provider, "consent", CONSENT, "20 para. 3")
                .lacking(pair.provider, "consent", Map.of("purpose", "核验"), "scope", local.pack(), local.scope)
                .nothingToFetch()
                .act(pair.provider, "consent", CONSENT)
                .at("delivered", true)
                .under(local.pack() + " " + local.consent)
                .done("reply", "deliver")
                .fetched();
    }

    @ParameterizedTest
    @EnumSource
    void request_isTheHeads_andStatesWhatEitherTextAsksFor(Local local) {
        var pair = local.pair();
        PairCase.trySubmit(pair, "clerk", pair.form())
                .statusCode(403)
                .body("rule.pack", equalTo(DECREE))
                .body("rule.article", equalTo("20 para. 2"));
        for (var field : pair.form().keySet()) {
            var form = pair.form();
            form.remove(field);
            boolean own = local.own().contains(field);
            PairCase.trySubmit(pair, "leader", form)
                    .statusCode(422)
                    .body("violations.pointer", contains("/" + field))
                    .body("rule.pack", equalTo(own ? local.pack() : DECREE))
                    .body("rule.article", equalTo(own ? local.contents : "20 para. 2"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refused_withWhatTheLocalTextAsksFor(Local local) {
        var provider = local.pair().provider;
        var request = PairCase.submitted(local.pair());
        for (var field : local.refusal().keySet()) {
            var fields = local.refusal();
            fields.remove(field);
            var article = local == Local.HUNAN ? local.consent : local.contents;
            request.lacking(provider, "refuse", fields, field, local.pack(), article);
        }
        request.notForClerks(provider, "refuse", local.refusal(), "20 para. 3")
                .act(provider, "refuse", local.refusal())
                .at("refused", true)
                .done("reply")
                .nothingToFetch();
    }

    @ParameterizedTest
    @EnumSource
    void incomplete_isToldOnceAllThatIsMissing_andTheClockRunsOn(Local local) {
        var pair = local.pair();
        var own = local.own().iterator().next();
        PairCase.submitted(pair)
                .act(pair.provider, "return-for-completion", Map.of("item", own + ",use-until"))
                .at("completion", false)
                .due("reply", pair.provider, "2025-08-18")
                .lacking(pair.requester, "complete", Map.of("use-until", "x"), own, local.pack(), local.contents)
                .lacking(pair.requester, "complete", Map.of(own, "x"), "use-until", DECREE, "20 para. 2")
                .act(pair.requester, "complete", Map.of(own, "核验", "use-until", "2026-06-30"))
                .at("reply", false)
                .due("reply", pair.provider, "2025-08-18")
                .notNow(pair.provider, "return-for-completion", Map.of("item", "mode"));
    }

    @ParameterizedTest
    @EnumSource
    void dispute_isCoordinatedByTheAuthorityOfTheLevel_andDecidedByItsGovernment(Local local) {
        var pair = local.pair();
        var request = local.refused()
                .lacking(
                        pair.requester, "dispute", Map.of("negotiation", "x"), "objection", local.pack(), local.dispute)
                .lacking(pair.requester, "dispute", Map.of("objection", "x"), "negotiation", DECREE, "28 para. 2")
                .act(pair.requester, "dispute", Map.of("objection", "属于法定职责", "negotiation", "协商未果"))
                .at("coordination", false)
                .party("authority", local.authority)
                .party("coordinator", local.coordinator)
                .party("government", local.government)
                .act(local.coordinator, "record-no-agreement", Map.of("coordination", "未达成一致"))
                .at("government-decision", false)
                .under(DECREE + " 28 para. 2");
        var decision = Map.of("decision-reason", "属于法定职责");
        request.tryAct(local.coordinator, "leader", "decide-to-share", decision)
                .statusCode(403)
                .body("rule.article", equalTo("28 para. 2"));
        request.act(local.government, "decide-to-share", decision)
                .at("delivery", false)
                .under(DECREE + " 28 para. 2")
                .act(pair.provider, "deliver")
                .at("delivered", true)
                .fetched();
    }

    @ParameterizedTest
    @EnumSource
    void dispute_thatIsSettledByAgreement_endsWithTheProvidersConsent(Local local) {
        var pair = local.pair();
        local.disputed()
                .act(local.coordinator, "record-agreement", Map.of("coordination", "同意共享"))
                .at("agreed", false)
                .notForClerks(pair.provider, "consent", CONSENT, "20 para. 3")
                .act(pair.provider, "consent", CONSENT)
                .at("delivery", false)
                .nothingToFetch()
                .act(pair.provider, "deliver")
                .at("delivered", true)
                .fetched();
    }

    @Test
    void lateReply_inHunan_isProposedToItsAuthorityUnderEachText() {
        var request = PairCase.submitted(Pair.HUNAN);
        world.at("2025-08-22T00:00");
        request.proposed("reply", "proposal", "2025-08-21", HUNAN_AUTHORITY, "hunan-2021 ch. 4 para. 10 (4)")
                .proposed("reply", "proposal." + DECREE, "2025-08-21", HUNAN_AUTHORITY, DECREE + " 39 (4)")
                .ordered(HUNAN_AUTHORITY, "reply", "sharing", "2025-08-29", "hunan-2021 ch. 4 para. 10")
                .ordered(HUNAN_AUTHORITY, "reply", "late", "2025-08-29", DECREE + " 39");
    }

    @ParameterizedTest
    @EnumSource(names = "NEIJIANG.*", mode = EnumSource.Mode.MATCH_ALL)
    void lateReply_inNeijiang_isNotOnItsList_andIsProposedUnderTheDecreeAlone(Local local) {
        var request = PairCase.submitted(local.pair());
        world.at("2025-08-22T00:00");
        request.proposed("reply", "proposal", "2025-08-21", local.coordinator, DECREE + " 39 (4)")
                .ordered(local.coordinator, "reply", "late", "2025-08-29", DECREE + " 39");
        request.read(local.pair().provider)
                .body("clocks[0].rungs.findAll { it.proposedAct }.basis", contains(startsWith(DECREE)))
                .body("clocks[0].rungs.find { it.rung == 'overdue' }.addressees.code", hasItem(local.authority))
                .body("clocks[0].endedAt", nullValue());
    }
}
