package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.govshare.testkit.entrance.Preparation;
import org.junit.jupiter.api.Test;

/** In one process {@code /} takes events from our own sink alone, and no function answers to its name. */
@QuarkusTest
@TestProfile(OneProcess.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class RootQuarkusTest {
    private static final String SECRET_HEADER = "Govshare-Sink-Secret";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Test
    void withoutTheSecret_thereIsNothingAndNothingDueIsDone() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        new Preparation(ownerUrl, new HttpDoor());
        try (Footprint footprint = new Footprint(ownerUrl)) {
            Map<String, String> before = footprint.taken();
            long stored = footprint.stored();

            assertEquals(List.of(), answersWithoutTheSecret());

            assertEquals(before, footprint.taken());
            assertEquals(stored, footprint.stored());
        }
    }

    private static List<String> answersWithoutTheSecret() {
        List<String> wrong = new ArrayList<>();
        String token = TestTokens.agency(Agencies.PROVINCE_AUTHORITY, "operator", "platform")
                .bearer();
        for (String function : RunningEntrances.functions()) {
            int without = AtTheRoot.notification(function).post("/").statusCode();
            int guessed = AtTheRoot.notification(function)
                    .header(SECRET_HEADER, "guess")
                    .post("/")
                    .statusCode();
            int withToken = AtTheRoot.notification(function)
                    .header("Authorization", token)
                    .post("/")
                    .statusCode();
            if (without != 404 || guessed != 404 || withToken != 404) {
                wrong.add(function + ": " + without + " " + guessed + " " + withToken);
            }
        }
        return wrong;
    }

    @Test
    void withTheSecret_notificationsAndTicksAreTaken() {
        assertFalse(RunningEntrances.functions().isEmpty());
        for (String function : RunningEntrances.functions()) {
            int status = AtTheRoot.notification(function)
                    .header(SECRET_HEADER, OneProcess.SECRET)
                    .post("/")
                    .statusCode();
            assertEquals(2, status / 100, function + " " + status);
        }
    }

    @Test
    void names_callNothing() {
        for (String function : RunningEntrances.functions()) {
            for (String method : List.of("GET", "POST")) {
                assertEquals(404, AtTheRoot.byName(method, function).statusCode(), method + " /" + function);
            }
        }
    }

    @Test
    void person_isSentToTheHomePage() {
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", org.hamcrest.Matchers.endsWith("/q/swagger-ui"));
    }
}
