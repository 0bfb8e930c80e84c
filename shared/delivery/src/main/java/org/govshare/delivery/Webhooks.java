package org.govshare.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/**
 * Posts signed messages (Standard Webhooks 1.0, CloudEvents 1.0 binary mode). It looks the name up once and connects to
 * the checked address. It does not follow redirects. Of an answer only the status counts; only a bounded part of the
 * body is read.
 */
@ApplicationScoped
public class Webhooks {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int IDLE_SECONDS = 30;
    private static final String LATE = "no answer in time";
    private static final long LONGEST_ANSWER = 64 * 1024;

    private final HttpClient client;
    private final DeliveryConfig config;
    private final Clock wall;

    public Webhooks(Vertx vertx, DeliveryConfig config, Clock wall) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxPoolSize(8));
        this.config = config;
        this.wall = wall;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** The fault of an address that can be found without the name service. */
    Optional<AddressFault> faultOfForm(String url) {
        return Target.faultOfForm(url, config.allowPrivate());
    }

    /**
     * Sends a message once. It waits up to the configured timeout: never call it with a transaction open.
     *
     * @param secret the endpoint's signing key, {@code whsec_} and base64
     */
    public Outcome post(String url, String secret, Message message) {
        long start = System.nanoTime();
        Target target = Target.of(url, config.allowPrivate());
        if (target instanceof Target.Barred barred) {
            return Outcome.failed("address: " + barred.fault(), millisSince(start));
        }
        return post((Target.Reachable) target, secret, message, start);
    }

    private Outcome post(Target.Reachable target, String secret, Message message, long start) {
        Future<Integer> status = client.request(options(target)).compose(request -> send(request, secret, message));
        try {
            int answered = status.toCompletionStage()
                    .toCompletableFuture()
                    .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return Outcome.answered(answered, millisSince(start));
        } catch (TimeoutException e) {
            return Outcome.failed(LATE, millisSince(start));
        } catch (ExecutionException e) {
            boolean late = e.getCause() instanceof TimeoutException;
            return Outcome.failed(late ? LATE : "no connection or a broken answer", millisSince(start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failed("interrupted", millisSince(start));
        }
    }

    private RequestOptions options(Target.Reachable target) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.path())
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setFollowRedirects(false)
                .setTimeout(config.timeout().toMillis());
    }

    private Future<Integer> send(HttpClientRequest request, String secret, Message message) {
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        headers(request.headers(), secret, message);
        if (config.gzip()) {
            request.putHeader("Content-Encoding", "gzip");
            body = compressed(body);
        }
        return request.send(Buffer.buffer(body)).map(response -> statusOf(request, response));
    }

    private void headers(MultiMap headers, String secret, Message message) {
        Instant wallNow = wall.instant();
        headers.set("Content-Type", message.contentType())
                .set("User-Agent", "Govshare")
                .set("ce-specversion", "1.0")
                .set("ce-id", message.id())
                .set("ce-source", message.source())
                .set("ce-type", message.type())
                .set("ce-subject", message.subject())
                .set("ce-time", message.time().truncatedTo(ChronoUnit.MILLIS).toString())
                .set("webhook-id", message.id())
                .set("webhook-timestamp", Long.toString(wallNow.getEpochSecond()))
                .set("webhook-signature", signature(secret, message, wallNow));
    }

    private static String signature(String secret, Message message, Instant wallNow) {
        try {
            return new Webhook(secret).sign(message.id(), wallNow.getEpochSecond(), message.body());
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("a message that cannot be signed", e);
        }
    }

    /** Returns the status. The body is read so that the connection can be kept, and cut off if it is long. */
    private static int statusOf(HttpClientRequest request, HttpClientResponse response) {
        AtomicLong length = new AtomicLong();
        response.exceptionHandler(broken -> {});
        response.handler(part -> {
            if (length.addAndGet(part.length()) > LONGEST_ANSWER) {
                request.reset();
            }
        });
        return response.statusCode();
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int millisSince(long start) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
