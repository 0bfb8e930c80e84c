package org.govshare.request;

import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.submit;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.casework.EffectHandler;
import org.govshare.casework.law.LawBook;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which law rules a request, and that its effects have their handlers. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class LawOfRequestsQuarkusTest {
    private static final String HEPING_HOUSING = "Y1210102FAKE01112E";
    private static final String SHENYANG_BUREAU = "Y1210100FAKE00021J";

    @All
    @Inject
    List<EffectHandler> handlers;

    @Inject
    LawBook law;

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void registry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        new LawTimeShift(ownerUrl).to(Instant.parse("2025-09-24T02:00:00Z"));
    }

    @Test
    void effectsThatPacksMayName_haveTheirHandlerHere() {
        List<String> here = handlers.stream().map(EffectHandler::effect).toList();
        Set<String> named = law.runners().effects().get("share-request");
        assertEquals(
                Set.of(
                        "open-grant",
                        "suspend-grant",
                        "resume-grant",
                        "end-grant",
                        "notify",
                        "file-with-authority",
                        "report-to-authority"),
                named);
        assertTrue(here.containsAll(named), () -> named + " may be named, here are " + here);
    }

    @Test
    void requestOfADistrictsAgency_isUnderTheCitysPackAndBureau() {
        String id = submit(
                HEPING_HOUSING,
                "shenyang-household-register",
                Map.of("scope", "和平区", "purpose", "租赁核验", "items", List.of("person_name", "address")));
        as(HEPING_HOUSING, "clerk")
                .get("/requests/" + id)
                .then()
                .statusCode(200)
                .body("packs", contains("shenyang-2020", "shenyang-2016", "decree-809-2025"))
                .body("parties.authority.code", contains(SHENYANG_BUREAU));
    }
}
