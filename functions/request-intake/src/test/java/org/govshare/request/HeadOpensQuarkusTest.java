package org.govshare.request;

import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.command;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decree 809 reserves a request to the head of the requester's sharing office (art. 20 para. 2): role on an opening. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class HeadOpensQuarkusTest {
    private static final String REQUESTER = Agencies.SHIJIAZHUANG_HEALTH;
    private static final Map<String, Object> FORM = Map.of(
            "dataset", "hebei-standard-addresses",
            "use-basis", "b",
            "scenario", "s",
            "scope", "c",
            "mode", "m",
            "use-until", "u");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void registry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
    }

    private void on(String day) throws Exception {
        new LawTimeShift(ownerUrl).to(Instant.parse(day + "T02:00:00Z"));
    }

    @Test
    void clerkIsRefusedByTheArticle_andTheHeadOpensTheCase() throws Exception {
        on("2025-09-24");
        command(REQUESTER, "clerk")
                .body(FORM)
                .post("/requests")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:govshare:problem:forbidden"))
                .body("rule.pack", equalTo("decree-809-2025"))
                .body("rule.article", equalTo("20 para. 2"));
        String id = command(REQUESTER, "leader")
                .body(FORM)
                .post("/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(REQUESTER, "leader").get("/requests/" + id).then().body("packs", hasItem("decree-809-2025"));
    }

    @Test
    void beforeTheDecree_aClerkOpensIt() throws Exception {
        on("2025-07-31");
        String id = command(REQUESTER, "clerk")
                .body(Map.of("dataset", "hebei-standard-addresses", "scenario", "s"))
                .post("/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(REQUESTER, "clerk").get("/requests/" + id).then().body("packs", not(hasItem("decree-809-2025")));
    }
}
