package org.govshare.platform.identity;

import static io.restassured.RestAssured.given;
import static org.govshare.testkit.http.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.Test;

/** A front Service shows its health and its API to everybody, and its metrics to an operator. */
@QuarkusTest
@TestProfile(FrontMetricsQuarkusTest.Front.class)
@QuarkusTestResource(PostgresResource.class)
class FrontMetricsQuarkusTest {

    /** As a cluster's public Service. */
    public static class Front implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("govshare.entrance", "front", "govshare.sink", "http://127.0.0.1:1/");
        }
    }

    @Test
    void health_isOpen_andMetricsAreAnOperators() {
        given().get("/q/health/ready").then().statusCode(200);
        for (String path : new String[] {"/q/metrics", "/q/metrics/"}) {
            given().get(path).then().statusCode(401).header("WWW-Authenticate", "Bearer");
            given().header("Authorization", "Bearer no.such.token")
                    .get(path)
                    .then()
                    .statusCode(401)
                    .header(
                            "WWW-Authenticate",
                            "Bearer error=\"invalid_token\", error_description=\"The token is not a JWT.\"");
            as(Agencies.PROVINCE_AUTHORITY, "clerk").get(path).then().statusCode(403);
            as(Agencies.PROVINCE_AUTHORITY, "operator").get(path).then().statusCode(200);
        }
    }
}
