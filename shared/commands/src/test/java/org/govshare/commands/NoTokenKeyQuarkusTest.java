package org.govshare.commands;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.govshare.testkit.http.Api.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.Test;

/**
 * A process without its issuer's keys is not ready and refuses no token as invalid; it accepts tokens as soon as it has
 * the keys.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(value = NoTokenKeyQuarkusTest.ClosedIssuer.class, restrictToAnnotatedClass = true)
class NoTokenKeyQuarkusTest {
    /** The address of the keys, at which no server listens yet. */
    public static class ClosedIssuer implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                String location = "http://127.0.0.1:" + free.getLocalPort() + "/jwks";
                return Map.of(
                        "mp.jwt.verify.publickey", "NONE",
                        "mp.jwt.verify.publickey.location", location,
                        "govshare.sink", "http://127.0.0.1:1/");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public void stop() {}
    }

    @Test
    void withoutTheIssuersKey_notReady_andReadyOnceItIsThere() throws Exception {
        String location = ConfigProvider.getConfig().getValue("mp.jwt.verify.publickey.location", String.class);
        List<String> log = new CopyOnWriteArrayList<>();
        Handler listening = listening(log);
        Logger logger = Logger.getLogger("org.govshare.platform.identity.IssuerKeys");
        logger.addHandler(listening);
        HttpServer issuer = null;
        try {
            assertNotReady();
            assertNotReady();
            Response answer = get();
            assertEquals(503, answer.statusCode());
            assertEquals("urn:govshare:problem:unavailable", answer.jsonPath().getString("type"));
            assertEquals(500, brokered(), "the broker brings it again");
            assertEquals(1, log.size(), log::toString);
            assertTrue(log.get(0).contains(location), log.get(0));

            issuer = HttpServer.create(
                    new InetSocketAddress(
                            "127.0.0.1", Integer.parseInt(location.replaceAll("\\D*[\\d.]+:(\\d+).*", "$1"))),
                    0);
            serve(issuer);
            given().get("/q/health/ready").then().statusCode(200);
            assertEquals(200, get().statusCode());

            issuer.stop(0);
            await("the keys have been kept as long as their issuer said")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> get().statusCode() == 503);
            assertEquals(500, brokered(), "the broker brings it again");
            given().get("/q/health/ready").then().statusCode(200);
        } finally {
            logger.removeHandler(listening);
            if (issuer != null) {
                issuer.stop(0);
            }
        }
    }

    private static void assertNotReady() {
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'Token key' }.status", equalTo("DOWN"))
                .body(not(containsString("127.0.0.1")));
    }

    private static Response get() {
        return as(Agencies.SHIJIAZHUANG_HEALTH, "clerk").get("/notes");
    }

    private static int brokered() {
        String id = UUID.randomUUID().toString();
        String token = TestTokens.actor(Agencies.SHIJIAZHUANG_HEALTH, "clerk", id, "//health", Note.TYPE, "{}")
                .sign();
        return given().header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "//health")
                .header("ce-type", Note.TYPE)
                .header("ce-actorjwt", token)
                .header("Govshare-Sink-Secret", "test-secret")
                .contentType("application/json; charset=UTF-8")
                .body("{}")
                .post("/")
                .statusCode();
    }

    private static void serve(HttpServer issuer) throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(TestTokens.verification().get("mp.jwt.verify.publickey"));
        RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        byte[] jwks = """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","n":"%s","e":"AQAB"}]}""".formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned(key)))
                .getBytes(StandardCharsets.UTF_8);
        issuer.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Cache-Control", "max-age=1");
            exchange.sendResponseHeaders(200, jwks.length);
            exchange.getResponseBody().write(jwks);
            exchange.close();
        });
        issuer.start();
    }

    private static byte[] unsigned(RSAPublicKey key) {
        byte[] signed = key.getModulus().toByteArray();
        return signed[0] == 0 ? java.util.Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }

    private static Handler listening(List<String> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                log.add(String.valueOf(new org.jboss.logmanager.formatters.PatternFormatter("%s").format(entry)));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
