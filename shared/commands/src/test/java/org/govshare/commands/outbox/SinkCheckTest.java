package org.govshare.commands.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkCheckTest {
    private static final String WHY = "govshare.sink (K_SINK) is not set: no notification is sent";

    private final Vertx vertx = Vertx.vertx();
    private final Logger logger = Logger.getLogger(SinkCheck.class.getName());
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            log.add(entry.getLevel() + " " + entry.getMessage().formatted(entry.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(listening);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(listening);
        vertx.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void withoutSink_isDownAndSaysWhy_andInTheLogOnce(String address) {
        SinkCheck check = check(Optional.of(address));
        check.atStart(new StartupEvent());
        check.call();

        HealthCheckResponse answer = check.call();

        assertEquals("Sink", answer.getName());
        assertEquals(Status.DOWN, answer.getStatus());
        assertEquals(Optional.of(Map.of("why", WHY)), answer.getData());
        assertEquals(List.of("ERROR not ready, " + WHY), log);
    }

    @Test
    void withSink_isUpAndTellsNoAddress() {
        SinkCheck check = check(Optional.of("http://broker.invalid/"));
        check.atStart(new StartupEvent());

        HealthCheckResponse answer = check.call();

        assertEquals(Status.UP, answer.getStatus());
        assertEquals(Optional.empty(), answer.getData());
        assertEquals(List.of(), log);
    }

    private SinkCheck check(Optional<String> address) {
        return new SinkCheck(new Sink(vertx, address, Optional.empty(), "//govshare"));
    }
}
