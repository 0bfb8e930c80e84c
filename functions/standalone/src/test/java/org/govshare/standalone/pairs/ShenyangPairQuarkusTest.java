package org.govshare.standalone.pairs;

import static org.govshare.standalone.pairs.Pair.DECREE;
import static org.govshare.standalone.pairs.Pair.SHENYANGS;
import static org.govshare.testkit.entrance.Agencies.SHENYANG;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_BUREAU;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_HOUSING;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_POLICE;
import static org.hamcrest.Matchers.contains;
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
 * Within Shenyang: its seven days run from the written form (art. 20 (4)), the ten of Decree 809 from receipt (art. 21).
 * Both run; one reply meets both, and the earlier one is late first.
 */
@QuarkusTest
@TestProfile(Pairs.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class ShenyangPairQuarkusTest {
    private static final String DECREES_REPLY = "reply." + DECREE;
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

    /** Asked on 4 August; the written form comes on the given day. */
    private PairCase formReceived(String day) {
        var request = PairCase.submitted(Pair.SHENYANG);
        world.at(day + "T09:00");
        return request.act(SHENYANG_POLICE, "receive-form");
    }

    @Test
    void granted_byOneReplyThatMeetsBothClocks_andFetched() {
        var request =
                PairCase.submitted(Pair.SHENYANG).at("form", false).due(DECREES_REPLY, SHENYANG_POLICE, "2025-08-18");
        request.read(SHENYANG_POLICE)
                .body("clocks.rule", contains(DECREES_REPLY))
                .body("packs", equalTo(Pair.SHENYANG.packs));
        world.at("2025-08-05T09:00");
        request.act(SHENYANG_POLICE, "receive-form")
                .at("reply", false)
                .due("reply", SHENYANG_POLICE, "2025-08-14")
                .due(DECREES_REPLY, SHENYANG_POLICE, "2025-08-18");
        request.tryAct(SHENYANG_POLICE, "clerk", "consent", CONSENT)
                .statusCode(403)
                .body("rule.pack", equalTo(SHENYANGS))
                .body("rule.article", equalTo("20 (4)"));
        for (var field : CONSENT.keySet()) {
            var fields = new HashMap<>(CONSENT);
            fields.remove(field);
            request.lacking(SHENYANG_POLICE, "consent", fields, field, SHENYANGS, "20 (4)");
        }
        request.nothingToFetch()
                .act(SHENYANG_POLICE, "consent", CONSENT)
                .at("delivered", true)
                .under(SHENYANGS + " 20 (4)")
                .done("reply", DECREES_REPLY, "deliver")
                .fetched();
    }

    @Test
    void request_isTheHeads_andStatesWhatEitherTextAsksFor() {
        PairCase.trySubmit(Pair.SHENYANG, "clerk", Pair.SHENYANG.form())
                .statusCode(403)
                .body("rule.pack", equalTo(DECREE))
                .body("rule.article", equalTo("20 para. 2"));
        for (var field : Pair.SHENYANG.form().keySet()) {
            var form = Pair.SHENYANG.form();
            form.remove(field);
            boolean own = List.of("scope", "purpose", "items").contains(field);
            PairCase.trySubmit(Pair.SHENYANG, "leader", form)
                    .statusCode(422)
                    .body("violations.pointer", contains("/" + field))
                    .body("rule.pack", equalTo(own ? SHENYANGS : DECREE))
                    .body("rule.article", equalTo(own ? "20 (4)" : "20 para. 2"));
        }
    }

    @Test
    void refused_byLawRegulationOrRule_withReasons() {
        var request = formReceived("2025-08-05");
        for (var field : BASIS.keySet()) {
            var fields = new HashMap<>(BASIS);
            fields.remove(field);
            var article = field.equals("reason") ? "20 (4)" : "19 para. 2";
            request.lacking(SHENYANG_POLICE, "refuse", fields, field, SHENYANGS, article);
        }
        request.act(SHENYANG_POLICE, "refuse", BASIS)
                .at("refused", true)
                .done("reply", DECREES_REPLY)
                .nothingToFetch();
    }

    @Test
    void incomplete_isToldOnceAllThatIsMissing_andBothClocksRunOn() {
        formReceived("2025-08-05")
                .act(SHENYANG_POLICE, "return-for-completion", Map.of("item", "purpose,use-basis"))
                .at("completion", false)
                .lacking(SHENYANG_HOUSING, "complete", Map.of("use-basis", "x"), "purpose", SHENYANGS, "20 (4)")
                .lacking(SHENYANG_HOUSING, "complete", Map.of("purpose", "x"), "use-basis", DECREE, "20 para. 2")
                .act(SHENYANG_HOUSING, "complete", Map.of("purpose", "核验", "use-basis", "第九条"))
                .at("reply", false)
                .due("reply", SHENYANG_POLICE, "2025-08-14")
                .due(DECREES_REPLY, SHENYANG_POLICE, "2025-08-18")
                .notNow(SHENYANG_POLICE, "return-for-completion", Map.of("item", "mode"));
    }

    /** A district has no authority of its own: the bureau coordinates there too, as Shenyang's text has it. */
    @ParameterizedTest
    @EnumSource(names = {"SHENYANG", "SHENYANG_WITHIN_A_DISTRICT"})
    void dispute_isCoordinatedByTheBigDataBureau_andDecidedByTheCitysGovernment(Pair pair) {
        var decision = Map.of("decision-reason", "属于法定职责");
        var request = PairCase.submitted(pair)
                .act(pair.provider, "receive-form")
                .act(pair.provider, "refuse", BASIS)
                .lacking(pair.requester, "dispute", Map.of("negotiation", "x"), "objection", SHENYANGS, "20 (4)")
                .lacking(pair.requester, "dispute", Map.of("objection", "x"), "negotiation", DECREE, "28 para. 2")
                .act(pair.requester, "dispute", Map.of("objection", "属于法定职责", "negotiation", "协商未果"))
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

    @Test
    void formReceivedSoon_isLateByShenyangFirst_andEachTextProposesToItsOwnOrgan() {
        var request = formReceived("2025-08-05");
        world.at("2025-08-20T00:00");
        request.proposed("reply", "proposal", "2025-08-19", SHENYANG, SHENYANGS + " 27 para. 2 (1)")
                .notYet(DECREES_REPLY, "proposal", "2025-08-21")
                .ordered(SHENYANG, "reply", "not-shared", "2025-08-29", SHENYANGS + " 27 para. 2");
        world.at("2025-08-22T00:00");
        request.proposed(DECREES_REPLY, "proposal", "2025-08-21", SHENYANG_BUREAU, DECREE + " 39 (4)")
                .ordered(SHENYANG_BUREAU, DECREES_REPLY, "late", "2025-08-29", DECREE + " 39");
    }

    @ParameterizedTest
    @EnumSource(names = {"SHENYANG", "SHENYANG_WITHIN_A_DISTRICT"})
    void formReceivedLate_isLateByTheDecreeFirst_andIsForTheBureauInADistrictToo(Pair pair) {
        var request = PairCase.submitted(pair);
        world.at("2025-08-18T09:00");
        request.act(pair.provider, "receive-form");
        world.at("2025-08-22T00:00");
        request.proposed(DECREES_REPLY, "proposal", "2025-08-21", SHENYANG_BUREAU, DECREE + " 39 (4)")
                .due("reply", pair.provider, "2025-08-27")
                .notYet("reply", "proposal", "2025-09-01");
    }
}
