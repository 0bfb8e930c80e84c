package org.govshare.request;

import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.command;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Decree 809 demands and local steps do not carry is said in the ruling and on the case, from 2025-08-01 on. */
@QuarkusTest
@TestProfile(DraftSwitchedOn.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class NotCarriedQuarkusTest {
    private static final String HEALTH = "Y1130100FAKE01032F";
    private static final String RULING =
            "/law/ruling?region=130100&kind=share-request&shareClass=UNCONDITIONAL&providerRegion=130000&on=";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private LawTimeShift time;

    @BeforeEach
    void world() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        time = new LawTimeShift(ownerUrl);
    }

    private static ValidatableResponse get(String path, String language) {
        return as(HEALTH, "clerk")
                .header("Accept-Language", language)
                .get(path)
                .then()
                .statusCode(200);
    }

    private static String submitted(Map<String, String> form) {
        return command(HEALTH, "leader")
                .body(form)
                .post("/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void ruling_saysIt_inBothLanguages() {
        String consent =
                "procedure.notCarried.find { it.article == '20 para. 3' && it.pack == 'decree-809-2025' }.what";
        get(RULING + "2025-08-01", "en").body(consent, equalTo("consent to sharing"));
        get(RULING + "2025-08-01", "zh").body(consent, equalTo("同意共享"));
        get(RULING + "2025-07-31", "en").body("procedure.notCarried", empty()).body(consent, nullValue());
    }

    @Test
    void case_saysIt_andOneOfTheEveHasNothingToSay() {
        time.to(Instant.parse("2025-08-01T01:00:00Z"));
        String id = submitted(Map.of(
                "dataset",
                "hebei-communities",
                "use-basis",
                "传染病防治法",
                "scenario",
                "流调",
                "scope",
                "全市",
                "mode",
                "服务接口",
                "use-until",
                "2026-12-31"));
        get("/requests/" + id, "en").body("notCarried", hasItem("decree-809-2025 20 para. 3: consent to sharing"));
        get("/requests/" + id, "zh").body("notCarried", hasItem("decree-809-2025 20 para. 3: 同意共享"));
        time.to(Instant.parse("2025-07-31T01:00:00Z"));
        String eve = submitted(Map.of("dataset", "hebei-communities", "scenario", "流调"));
        get("/requests/" + eve, "en").body("notCarried", empty());
    }
}
