package org.govshare.standalone.pairs;

import static org.govshare.testkit.entrance.Agencies.HUNAN_HOUSING;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_POLICE;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_HEALTH;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.http.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Courts share with departments by reference to Decree 809 (art. 43): no text binds them, so that there is no statutory
 * request, and the refusal says of each text why.
 */
@QuarkusTest
@TestProfile(Pairs.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class CourtQuarkusTest {
    private static final String DEBTORS = "shijiazhuang-enforced-debtors";
    private static final String ADDRESSES = "hebei-standard-addresses";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private World world;

    @BeforeEach
    void world() throws Exception {
        world = World.of(ownerUrl);
    }

    @ParameterizedTest
    @CsvSource({
        // A department of the court's own city, of its province, of another province; the ministry; and courts that
        // ask.
        SHIJIAZHUANG_HEALTH + "," + DEBTORS + ",does not bind other state organs in 130100",
        PROVINCE_POLICE + "," + DEBTORS + ",does not bind other state organs in 130100",
        HUNAN_HOUSING + "," + DEBTORS + ",does not bind other state organs in 130100",
        Codes.MINISTRY + "," + DEBTORS + ",does not bind other state organs in 130100",
        Codes.COURT + "," + ADDRESSES + ",does not bind other state organs in 130100",
        Codes.HUNAN_COURT + "," + ADDRESSES + ",does not bind other state organs in 430000"
    })
    void request_ofOrToACourt_isRefused_withTheTextsAndWhy(String requester, String dataset, String why) {
        for (var moment : new String[] {"2025-07-31T23:59", "2025-08-04T09:00"}) {
            world.at(moment);
            boolean decree = moment.startsWith("2025-08");
            PairCase.trySubmit(requester, "leader", dataset, Pair.HEBEI.formOfOldLaw())
                    .statusCode(422)
                    .body("type", equalTo("urn:govshare:problem:rule-refused"))
                    .body("detail", containsString("No regulation in force here governs this matter"))
                    .body(
                            "detail",
                            decree
                                    ? allOf(
                                            containsString("National Regulation on the Sharing of Government Data"),
                                            containsString(why))
                                    : containsString("Hebei Measures"));
            Api.as(requester, "leader").get("/requests").then().statusCode(200).body("items", empty());
        }
    }
}
