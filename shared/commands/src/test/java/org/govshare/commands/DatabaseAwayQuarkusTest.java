package org.govshare.commands;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.Test;

/** A process without its database is not ready, and reveals neither the address nor the error to strangers. */
@QuarkusTest
@QuarkusTestResource(value = DatabaseAwayQuarkusTest.ClosedPort.class, restrictToAnnotatedClass = true)
class DatabaseAwayQuarkusTest {
    /** The address of a server that does not exist. */
    public static class ClosedPort implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            // Micrometer's registry outlives an application, and would show the readings of an earlier one.
            Metrics.globalRegistry.clear();
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Map<String, String> config = new HashMap<>(TestTokens.verification());
                config.put(
                        "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:" + free.getLocalPort() + "/none");
                config.put("govshare.sink", "http://127.0.0.1:1/");
                return config;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop() {}
    }

    private final String port = ConfigProvider.getConfig()
            .getValue("quarkus.datasource.jdbc.url", String.class)
            .replaceAll(".*:(\\d+)/none", "$1");

    @Test
    void readiness_isDown_andNamesNoHostPortOrException() {
        List<String> log = new CopyOnWriteArrayList<>();
        Handler listening = listening(log);
        Logger logger = Logger.getLogger("org.govshare.platform.sql.DatabaseCheck");
        logger.addHandler(listening);
        try {
            assertNotReady();
            assertNotReady();
        } finally {
            logger.removeHandler(listening);
        }
        assertEquals(1, log.size(), log::toString);
        assertTrue(log.get(0).contains("127.0.0.1:" + port), log.get(0));
    }

    @Test
    void gauges_areNaN() {
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("govshare_outbox_waiting NaN"))
                .body(containsString("govshare_trail_root_age_seconds NaN"));
    }

    private void assertNotReady() {
        for (String path : List.of("/q/health/ready", "/q/health")) {
            given().get(path)
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'Database' }.status", equalTo("DOWN"))
                    .body("checks.find { it.name == 'Trail key' }.status", equalTo("DOWN"))
                    .body(not(containsString("127.0.0.1")))
                    .body(not(containsString(port)))
                    .body(not(containsString("Exception")))
                    .body(not(containsString("org.")))
                    .body(not(containsString("java.")));
        }
    }

    private static Handler listening(List<String> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                log.add(new org.jboss.logmanager.formatters.PatternFormatter("%s").format(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
