package org.govshare.catalog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The built-in catalogue, read over HTTP by an agency. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class CatalogQuarkusTest {
    private static final String COMMUNITIES = "hebei-communities";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void registry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
    }

    @Test
    void pages_followEachOtherById_andEachEntryComesOnce() {
        List<String> all = get("/datasets?limit=200").extract().path("items.id");
        assertTrue(all.size() > 3, all::toString);
        List<String> read = new ArrayList<>();
        String next = "";
        for (int pages = 0; next != null && pages < all.size(); pages++) {
            ValidatableResponse page = get("/datasets?limit=2" + (next.isEmpty() ? "" : "&after=" + next));
            page.body("items", not(empty()));
            read.addAll(page.extract().path("items.id"));
            next = page.extract().path("next");
        }
        assertEquals(all, read);
        assertEquals(all.stream().sorted().distinct().toList(), read);
    }

    @Test
    void filters_keepOnlyMatchingEntries() {
        get("/datasets?shareClass=UNCONDITIONAL")
                .body("items.shareClass", everyItem(equalTo("UNCONDITIONAL")))
                .body("items.id", hasItem(COMMUNITIES));
        get("/datasets?provider=" + Agencies.CIVIL_AFFAIRS)
                .body("items.providerCode", everyItem(equalTo(Agencies.CIVIL_AFFAIRS)))
                .body("items.id", hasItem(COMMUNITIES));
        get("/datasets?q=no-entry-has-this").body("items", hasSize(0));
    }

    @Test
    void faultsOfTheFilters_areNamedTogether() {
        ask("/datasets?shareClass=OPEN&provider=1113&limit=0")
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("shareClass", "provider", "limit"));
    }

    @Test
    void entry_isReadById_andAnotherIdIsNotFound() {
        get("/datasets/" + COMMUNITIES)
                .body("id", equalTo(COMMUNITIES))
                .body("providerCode", equalTo(Agencies.CIVIL_AFFAIRS))
                .body("shareClass", equalTo("UNCONDITIONAL"));
        ask("/datasets/no-such-entry").statusCode(404).contentType("application/problem+json");
    }

    @Test
    void withoutToken_nothingIsRead() {
        given().get("/datasets").then().statusCode(401);
        given().get("/datasets/" + COMMUNITIES).then().statusCode(401);
    }

    private static ValidatableResponse get(String path) {
        return ask(path).statusCode(200);
    }

    private static ValidatableResponse ask(String path) {
        return given().header(
                        "Authorization",
                        TestTokens.agency(Agencies.SHIJIAZHUANG_HEALTH, "clerk").bearer())
                .get(path)
                .then();
    }
}
