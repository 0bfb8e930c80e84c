package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.Test;

/** Whatever answers 405 says in {@code Allow} what may be asked instead (RFC 9110 section 15.5.6). */
@QuarkusTest
@TestProfile(OneProcess.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class AllowQuarkusTest {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "NONSENSE");

    @Inject
    Router router;

    @Test
    void everyResource_saysItsMethods() {
        Map<String, Set<String>> methods = new TreeMap<>();
        for (String entrance : RunningEntrances.rest()) {
            String[] parts = entrance.split(" ", 2);
            methods.computeIfAbsent(parts[1], path -> new TreeSet<>(Set.of("OPTIONS")))
                    .addAll(parts[0].equals("GET") ? Set.of("GET", "HEAD") : Set.of(parts[0]));
        }
        assertTrue(methods.containsKey("/events") && methods.containsKey("/requests/{id}/actions"), "" + methods);
        methods.forEach((path, allowed) -> {
            Response options = given().options(path.replaceAll("\\{[^}]*}", "x"));
            assertEquals(204, options.statusCode(), path);
            assertEquals(allowed, allowOf(options), path);
        });
        methods.forEach((path, allowed) -> METHODS.stream()
                .filter(method -> !allowed.contains(method))
                .forEach(method -> {
                    Response answer = given().request(method, path.replaceAll("\\{[^}]*}", "x"));
                    assertEquals(405, answer.statusCode(), method + " " + path);
                    assertEquals(allowed, allowOf(answer), method + " " + path);
                }));
    }

    @Test
    void root_saysItsMethods() {
        for (String method : List.of("PUT", "PATCH", "DELETE", "OPTIONS", "NONSENSE")) {
            Response answer =
                    given().header("Govshare-Sink-Secret", OneProcess.SECRET).request(method, "/");
            assertEquals(405, answer.statusCode(), method);
            assertEquals(Set.of("GET", "HEAD", "POST"), allowOf(answer), method);
        }
        assertEquals(302, given().redirects().follow(false).head("/").statusCode());
    }

    /** Management, the API's description, static files: routes that extensions add. */
    @Test
    void everyOtherRoute_saysItsMethodsWhereItRefusesOne() {
        Set<String> paths = new TreeSet<>(RunningEntrances.routes(router));
        paths.addAll(Set.of("/q/swagger-ui/index.html", "/q/health-ui/", "/q/nothing", "/nothing"));
        for (String path : paths) {
            for (String method : METHODS) {
                Response answer = given().redirects().follow(false).request(method, path);
                if (answer.statusCode() == 405) {
                    assertTrue(!allowOf(answer).isEmpty(), method + " " + path);
                    assertTrue(!allowOf(answer).contains(method), method + " " + path + " " + allowOf(answer));
                }
            }
        }
    }

    private static Set<String> allowOf(Response answer) {
        String allow = answer.header("Allow");
        return allow == null || allow.isBlank() ? Set.of() : new TreeSet<>(Arrays.asList(allow.split("\\s*,\\s*")));
    }
}
