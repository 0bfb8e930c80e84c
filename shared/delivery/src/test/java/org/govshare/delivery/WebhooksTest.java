package org.govshare.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final String SECRET = Secret.make();
    private static final Message MESSAGE = new Message(
            "m-1",
            "//govshare",
            "org.govshare.test.v1",
            "130100/communities",
            Instant.parse("2025-09-01T02:00:00Z"),
            Message.NDJSON,
            "{\"name\":\"棉一东社区\"}\n");

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void message_isSignedAndCarriesItsAttributes() throws Exception {
        Received received = new Received();
        assertEquals(true, post(received, config(false, false)).accepted());
        new Webhook(SECRET).verify(received.text(), received.headers());
        assertEquals(MESSAGE.body(), received.text());
        assertEquals("130100/communities", received.header.get("ce-subject"));
        assertEquals("2025-09-01T02:00:00Z", received.header.get("ce-time"));
        assertEquals("m-1", received.header.get("webhook-id"));
    }

    @Test
    void compressed_isSignedOverThePlainBody() throws Exception {
        Received received = new Received();
        assertEquals(true, post(received, config(true, false)).accepted());
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(received.body.getBytes()))) {
            String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            new Webhook(SECRET).verify(text, received.headers());
        }
    }

    @Test
    void redirect_isNotFollowed() {
        Outcome outcome = post(
                (request, body) -> request.response()
                        .setStatusCode(307)
                        .putHeader("Location", "http://127.0.0.1:1/")
                        .end(),
                config(false, false));
        assertEquals("HTTP 307", outcome.error());
        assertEquals(1, requests.get());
    }

    @Test
    void answerWithoutEnd_isCutOff() {
        Outcome outcome = post(
                (request, body) -> {
                    request.response().setChunked(true);
                    vertx.setPeriodic(1, timer -> request.response().write("x".repeat(10_000)));
                },
                config(false, false));
        assertEquals(true, outcome.accepted());
    }

    @Test
    void receiverThatHangs_isGivenUpInTime() {
        Outcome outcome = post((request, body) -> {}, config(false, true));
        assertEquals("no answer in time", outcome.error());
        assertTrue(outcome.millis() < 5_000);
    }

    @Test
    void refusedConnection_isAnError() {
        Webhooks webhooks = new Webhooks(vertx, config(false, false), Clock.systemUTC());
        assertEquals(
                "no connection or a broken answer",
                webhooks.post("http://127.0.0.1:1/", SECRET, MESSAGE).error());
    }

    @Test
    void ownMachine_isBarredWithoutTheSwitch() {
        Webhooks webhooks = new Webhooks(vertx, new Settings(false, false, Duration.ofSeconds(5)), Clock.systemUTC());
        assertEquals(
                "address: NOT_PUBLIC",
                webhooks.post("https://127.0.0.1:1/", SECRET, MESSAGE).error());
    }

    @Test
    void pauses_doubleUpToTheLongest() {
        BackOff backOff = new BackOff(config(false, false));
        for (int failures = 1; failures < 100; failures++) {
            long full = Math.min(1_000L << Math.min(failures - 1, 30), 600_000);
            long pause = backOff.after(failures).toMillis();
            assertTrue(pause >= full / 2 && pause <= full, failures + ": " + pause);
        }
    }

    private Outcome post(BiConsumer<HttpServerRequest, Buffer> receiver, DeliveryConfig config) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> {
                    requests.incrementAndGet();
                    request.body().onSuccess(body -> receiver.accept(request, body));
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Webhooks webhooks = new Webhooks(vertx, config, Clock.systemUTC());
        return webhooks.post("http://localhost:" + server.actualPort() + "/in", SECRET, MESSAGE);
    }

    private static DeliveryConfig config(boolean gzip, boolean impatient) {
        return new Settings(true, gzip, impatient ? Duration.ofMillis(300) : Duration.ofSeconds(5));
    }

    private record Settings(boolean allowPrivate, boolean gzip, Duration timeout) implements DeliveryConfig {
        @Override
        public Duration firstPause() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofMinutes(10);
        }

        @Override
        public int maxAttempts() {
            return 40;
        }
    }

    private static final class Received implements BiConsumer<HttpServerRequest, Buffer> {
        private volatile Map<String, String> header;
        private volatile Buffer body;

        @Override
        public void accept(HttpServerRequest request, Buffer content) {
            header = request.headers().entries().stream()
                    .collect(Collectors.toMap(e -> e.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
            body = content;
            request.response().setStatusCode(204).end();
        }

        String text() {
            return body.toString(StandardCharsets.UTF_8);
        }

        HttpHeaders headers() throws IOException {
            Map<String, List<String>> lists =
                    header.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
            return HttpHeaders.of(lists, (name, value) -> true);
        }
    }
}
