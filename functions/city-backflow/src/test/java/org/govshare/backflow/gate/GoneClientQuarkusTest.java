package org.govshare.backflow.gate;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** If a client closes the connection in the middle of its request, this is not counted as our failure. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GoneClientQuarkusTest {
    private static final String BODY = "{\"word\":\"x\"}";

    private final Collection<String> warnings = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(entry.getLoggerName() + " " + entry.getMessage() + " " + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(listener);
    }

    @ParameterizedTest
    @CsvSource({
        "/,org.govshare.test.echo.v1,root",
        "/events,org.govshare.backflow.needed.v1,/events",
        "/backflow/needs,none,/backflow/needs"
    })
    void goneInTheMiddle_isNoFailure(String path, String type, String uri) throws IOException {
        double gone = counted(uri, "RESET");
        List<Double> failed = List.of(counted(uri, "SERVER_ERROR"), counted("govshare_events", "failed"));
        for (boolean reset : new boolean[] {false, true}) {
            leave(path, type, 100_000, reset);
            leave(path, type, BODY.length(), reset);
        }

        await().until(() -> counted(uri, "RESET") >= gone + 2);
        await().during(Duration.ofMillis(500)).until(warnings::isEmpty);
        assertEquals(failed, List.of(counted(uri, "SERVER_ERROR"), counted("govshare_events", "failed")));
    }

    /** Sends what there is of a body and closes, as one who has died (reset) or as one who has done. */
    private static void leave(String path, String type, int announced, boolean reset) throws IOException {
        String head = """
                POST %s HTTP/1.1
                Host: test
                Authorization: %s
                Content-Type: application/json
                Idempotency-Key: %s
                ce-specversion: 1.0
                ce-id: gone
                ce-source: //test
                ce-type: %s
                Content-Length: %d

                """.formatted(
                path, TestTokens.agency("Y1130100FAKE000214", "platform").bearer(), UUID.randomUUID(), type, announced);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write((head.replace("\n", "\r\n") + BODY).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            if (reset) {
                // Read by then, or the reset would take it back.
                await().pollDelay(Duration.ofMillis(100)).until(() -> true);
                socket.setSoLinger(true, 0);
            }
        }
    }

    private static double counted(String name, String label) throws IOException {
        return RawHttp.send(RestAssured.port, "GET", "/q/metrics", Map.of(), new byte[0])
                .body()
                .lines()
                .filter(line -> line.contains("_count{") || line.contains("_total{"))
                .filter(line -> line.contains(name) && line.contains("\"" + label + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
