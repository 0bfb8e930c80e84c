package org.govshare.request;

import static org.govshare.testkit.http.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.entrance.Agencies;
import org.govshare.testkit.http.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who mistypes a request, or the name of a command, learns what would be right. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MistypedRequestQuarkusTest {
    private static final String DATASET = "hebei-standard-addresses";
    private static final String TANGSHAN_AUTHORITY = "Y1130200FAKE000219";
    private static final String SHIJIAZHUANG_GOVERNMENT = "Y1130100FAKE000139";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void loadRegistry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
    }

    @Test
    void mistypedDatasetOrItem_isToldWhereTheRightOnesAre() {
        Api.trySubmit(Agencies.SHIJIAZHUANG_HEALTH, "hebei-standard-adresses", Map.of("scenario", "流调"))
                .statusCode(422)
                .body("violations.pointer", contains("/dataset"))
                .body(
                        "violations.message",
                        contains("must be the id of a dataset in the catalogue in force; GET /datasets lists them"));
        Map<String, ?> items = Map.of("items", List.of(Api.firstField(Agencies.SHIJIAZHUANG_HEALTH, DATASET), "x"));
        Api.trySubmit(Agencies.SHIJIAZHUANG_HEALTH, DATASET, items)
                .statusCode(422)
                .body("violations.pointer", contains("/items/1"))
                .body("violations[0].message", startsWith("must be a data item of this dataset: "))
                .body("violations[0].message", containsString(Api.firstField(Agencies.SHIJIAZHUANG_HEALTH, DATASET)));
    }

    @Test
    void everythingWrongWithARequest_isNamedAtOnce() {
        Api.command(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .body(Map.of("dataset", "zz", "kind", "share-reqest", "scenario", 1, "name", "of a Hunan form"))
                .post("/requests")
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/dataset", "/kind", "/scenario"));
        Api.command(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .body(Map.of("dataset", DATASET, "kind", "share-reqest", "items", List.of("x", "name", "y")))
                .post("/requests")
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/kind", "/items/0", "/items/2"));
    }

    @Test
    void mistypedCommand_isToldThoseThatAreTaken() {
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID().toString())
                .header("ce-source", "//test")
                .header("ce-type", "org.govshare.request.submited.v1")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/events")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/type"))
                .body("violations[0].message", startsWith("must be one of the commands that are accepted here: "))
                .body("violations[0].message", containsString("org.govshare.request.submitted.v1"));
    }
}
