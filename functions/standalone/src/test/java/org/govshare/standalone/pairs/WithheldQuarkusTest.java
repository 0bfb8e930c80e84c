package org.govshare.standalone.pairs;

import static org.govshare.standalone.pairs.Pair.DECREE;
import static org.govshare.standalone.pairs.Pair.HEBEIS;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_GOVERNMENT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Withheld data (Decree 809 art. 14 (3)): the basis is told at once, and a dispute can still go up to the government. */
@QuarkusTest
@TestProfile(Pairs.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class WithheldQuarkusTest {
    private static final Map<String, String> DISPUTE = Map.of("objection", "属于法定职责", "negotiation", "协商未果");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void world() throws Exception {
        World.of(ownerUrl).at("2025-08-04T09:00");
    }

    @ParameterizedTest
    @CsvSource({
        // Hebei's authority hands over what the government has decided to share; a tax bureau does so itself.
        "HEBEI_WITHHOLDS, hebei-2022 11 para. 1 (3), " + PROVINCE_AUTHORITY,
        "TAX_BUREAU_WITHHOLDS, decree-809-2025 14 (3), " + Codes.HEBEI_TAX_BUREAU
    })
    void basisIsToldAtOnce_andTheDisputeIsDecidedByTheGovernment(Pair pair, String basis, String delivers) {
        var request = PairCase.submitted(pair).at("withheld", true).under(basis).nothingToFetch();
        request.read(pair.requester).body("packs", equalTo(pair.packs)).body("facts.withheld-basis", not(nullValue()));
        request.lacking(pair.requester, "dispute", Map.of("objection", "x"), "negotiation", DECREE, "28 para. 2")
                .act(pair.requester, "dispute", DISPUTE)
                .at("coordination", false)
                .party("coordinator", PROVINCE_AUTHORITY)
                .act(PROVINCE_AUTHORITY, "record-no-agreement", Map.of("coordination", "未达成一致"))
                .at("government-decision", false)
                .under(DECREE + " 28 para. 2");
        var decision = pair.packs.get(0).equals(HEBEIS)
                ? Map.of("decision-reason", "属于法定职责", "scope", "个案", "purpose", "核验")
                : Map.of("decision-reason", "属于法定职责");
        request.act(PROVINCE_GOVERNMENT, "decide-to-share", decision)
                .at("delivery", false)
                .act(delivers, "deliver")
                .at("delivered", true)
                .fetched();
    }
}
