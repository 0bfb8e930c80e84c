package org.govshare.standalone.pairs;

import static org.govshare.standalone.pairs.Pair.DECREE;
import static org.govshare.standalone.pairs.Pair.SHENYANGS;
import static org.govshare.standalone.pairs.Pair.SHENYANG_MEASURES;
import static org.govshare.testkit.entrance.Agencies.SHENYANG;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_BUREAU;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_HOUSING;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_POLICE;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

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
 * Within Shenyang: the five days of its regulation of 2020 run from receipt (art. 20), the measures of 2016 keep contents and
 * signature (art. 20 (4)), and Decree 809 lets the reply be extended and the government decide a dispute.
 */
@QuarkusTest
@TestProfile(Pairs.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class ShenyangPairQuarkusTest {
    private static final String OF_MEASURES = "proposal." + SHENYANG_MEASURES;
    private static final String OF_DECREE = "proposal." + DECREE;
    private static final Map<String, Object> CONSENT =
            Map.of("users", "住房保障科", "items", List.of("person_name"), "mode", "接口", "reason", "履职需要");
    private static final Map<String, String> BASIS =
            Map.of("instrument", "居民身份证法", "article", "第十九条", "reason", "涉及个人信息");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private World world;

    @BeforeEach
    void world() throws Exception {
        world = World.of(ownerUrl);
        world.at("2025-08-04T09:00");
    }

    @Test
    void granted_byOneReply_andFetched() {
        var request = PairCase.submitted(Pair.SHENYANG).at("reply", false).due("reply", SHENYANG_POLICE, "2025-08-11");
        request.read(SHENYANG_POLICE)
                .body("clocks.rule", contains("reply"))
                .body("packs", equalTo(Pair.SHENYANG.packs))
                .body("notCarried", contains(containsString("receive the written form")));
        request.unknown(SHENYANG_POLICE, "receive-form", Map.of())
                .tryAct(SHENYANG_POLICE, "clerk", "consent", CONSENT)
                .statusCode(403)
                .body("rule.pack", equalTo(SHENYANG_MEASURES))
                .body("rule.article", equalTo("20 (4)"));
        for (var field : CONSENT.keySet()) {
            var fields = new HashMap<>(CONSENT);
            fields.remove(field);
            request.lacking(SHENYANG_POLICE, "consent", fields, field, SHENYANG_MEASURES, "20 (4)");
        }
        request.nothingToFetch()
                .act(SHENYANG_POLICE, "consent", CONSENT)
                .at("delivered", true)
                .under(SHENYANGS + " 20")
                .done("reply", "deliver")
                .fetched();
    }

    @Test
    void request_isTheHeads_andStatesWhatEachTextAsksFor() {
        PairCase.trySubmit(Pair.SHENYANG, "clerk", Pair.SHENYANG.form())
                .statusCode(403)
                .body("rule.pack", equalTo(DECREE))
                .body("rule.article", equalTo("20 para. 2"));
        var local = Map.of(
                "purpose", List.of(SHENYANGS, "20"),
                "scope", List.of(SHENYANG_MEASURES, "20 (4)"),
                "items", List.of(SHENYANG_MEASURES, "20 (4)"));
        for (var field : Pair.SHENYANG.form().keySet()) {
            var form = Pair.SHENYANG.form();
            form.remove(field);
            var rule = local.getOrDefault(field, List.of(DECREE, "20 para. 2"));
            PairCase.trySubmit(Pair.SHENYANG, "leader", form)
                    .statusCode(422)
                    .body("violations.pointer", contains("/" + field))
                    .body("rule.pack", equalTo(rule.get(0)))
                    .body("rule.article", equalTo(rule.get(1)));
        }
    }

    @Test
    void refused_byLawRegulationOrRule_withReasons() {
        var request = PairCase.submitted(Pair.SHENYANG);
        for (var field : BASIS.keySet()) {
            var fields = new HashMap<>(BASIS);
            fields.remove(field);
            boolean reason = field.equals("reason");
            request.lacking(
                    SHENYANG_POLICE,
                    "refuse",
                    fields,
                    field,
                    reason ? SHENYANG_MEASURES : SHENYANGS,
                    reason ? "20 (4)" : "20");
        }
        request.act(SHENYANG_POLICE, "refuse", BASIS)
                .at("refused", true)
                .under(SHENYANGS + " 20")
                .done("reply")
                .nothingToFetch();
    }

    @Test
    void incomplete_isToldOnceAllThatIsMissing_andTheClockRunsOn() {
        PairCase.submitted(Pair.SHENYANG)
                .act(SHENYANG_POLICE, "return-for-completion", Map.of("item", "purpose,use-basis"))
                .at("completion", false)
                .lacking(SHENYANG_HOUSING, "complete", Map.of("use-basis", "x"), "purpose", SHENYANGS, "20")
                .lacking(SHENYANG_HOUSING, "complete", Map.of("purpose", "x"), "use-basis", DECREE, "20 para. 2")
                .act(SHENYANG_HOUSING, "complete", Map.of("purpose", "核验", "use-basis", "第九条"))
                .at("reply", false)
                .due("reply", SHENYANG_POLICE, "2025-08-11")
                .notNow(SHENYANG_POLICE, "return-for-completion", Map.of("item", "mode"));
    }

    /** A district has no authority of its own: the city's authority coordinates there too, as Shenyang's text has it. */
    @ParameterizedTest
    @EnumSource(names = {"SHENYANG", "SHENYANG_WITHIN_A_DISTRICT"})
    void dispute_isCoordinatedByTheCitysAuthority_andDecidedByTheCitysGovernment(Pair pair) {
        var decision = Map.of("decision-reason", "属于法定职责");
        var request = PairCase.submitted(pair)
                .act(pair.provider, "refuse", BASIS)
                .lacking(pair.requester, "dispute", Map.of("negotiation", "x"), "objection", SHENYANGS, "21")
                .lacking(pair.requester, "dispute", Map.of("objection", "x"), "negotiation", DECREE, "28 para. 2")
                .act(pair.requester, "dispute", Map.of("objection", "属于法定职责", "negotiation", "协商未果"))
                .under(SHENYANGS + " 21")
                .party("coordinator", SHENYANG_BUREAU)
                .party("government", SHENYANG)
                .act(SHENYANG_BUREAU, "record-no-agreement", Map.of("coordination", "未达成一致"))
                .at("government-decision", false)
                .under(DECREE + " 28 para. 2");
        request.tryAct(SHENYANG_BUREAU, "leader", "decide-to-share", decision).statusCode(403);
        request.act(SHENYANG, "decide-to-share", decision)
                .at("delivery", false)
                .act(pair.provider, "deliver")
                .at("delivered", true)
                .fetched();
    }

    /** Art. 21 of the regulation does not say who asks for coordination (chosen: either side may). */
    @Test
    void dispute_mayBeTheProvidersToo() {
        PairCase.submitted(Pair.SHENYANG)
                .act(SHENYANG_POLICE, "refuse", BASIS)
                .act(SHENYANG_POLICE, "dispute", Map.of("objection", "请协调", "negotiation", "协商未果"))
                .at("coordination", false);
    }

    /** Five, seven and ten working days, each with its own organ; a district has no authority of its own. */
    @ParameterizedTest
    @EnumSource(names = {"SHENYANG", "SHENYANG_WITHIN_A_DISTRICT"})
    void late_byEachTextsOwnCount_isProposedToThatTextsOrgan(Pair pair) {
        var request = PairCase.submitted(pair);
        world.at("2025-08-15T00:00");
        request.proposed(
                        "order-correction-by-date",
                        "reply",
                        "proposal",
                        "2025-08-14",
                        SHENYANG_BUREAU,
                        SHENYANGS + " 34 (8)")
                .notYet("reply", OF_MEASURES, "2025-08-18")
                .notYet("reply", OF_DECREE, "2025-08-21")
                .ordered(SHENYANG_BUREAU, "reply", "late", "2025-08-29", SHENYANGS + " 34");
        world.at("2025-08-19T00:00");
        request.proposed("reply", OF_MEASURES, "2025-08-18", SHENYANG, SHENYANG_MEASURES + " 27 para. 2 (1)")
                .ordered(SHENYANG, "reply", "not-shared", "2025-08-29", SHENYANG_MEASURES + " 27 para. 2");
        world.at("2025-08-22T00:00");
        request.proposed("reply", OF_DECREE, "2025-08-21", SHENYANG_BUREAU, DECREE + " 39 (4)");
    }
}
