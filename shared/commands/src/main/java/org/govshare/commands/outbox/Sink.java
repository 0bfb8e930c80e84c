package org.govshare.commands.outbox;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.platform.gate.FunctionGate;

/** The one target of notifications: the broker in a cluster, this process on a laptop. CloudEvents 1.0, binary mode. */
@ApplicationScoped
class Sink {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int PATIENCE_SECONDS = 10;

    private final Optional<RequestOptions> address;
    private final Optional<String> secret;
    private final String source;
    private final HttpClient client;

    Sink(
            Vertx vertx,
            @ConfigProperty(name = "govshare.sink") Optional<String> address,
            @ConfigProperty(name = "govshare.sink-secret") Optional<String> secret,
            @ConfigProperty(name = "govshare.source") String source) {
        this.address = address.filter(a -> !a.isBlank()).map(Sink::post);
        this.secret = secret.filter(s -> !s.isBlank());
        this.source = source;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(2 * PATIENCE_SECONDS)
                .setMaxPoolSize(SendingWindow.MOST));
    }

    private static RequestOptions post(String address) {
        return new RequestOptions()
                .setAbsoluteURI(address)
                .setMethod(HttpMethod.POST)
                .setFollowRedirects(false)
                .setTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    boolean known() {
        return address.isPresent();
    }

    /** Sends one message; succeeds with the status, or fails if nothing answers. */
    Future<Integer> send(OutboxMessage message) {
        return client.request(address.orElseThrow())
                .compose(request -> {
                    headers(request.headers(), message);
                    return request.send(message.data());
                })
                .map(response -> {
                    response.exceptionHandler(broken -> {});
                    return response.statusCode();
                });
    }

    private void headers(MultiMap headers, OutboxMessage message) {
        headers.set("ce-specversion", "1.0")
                .set("ce-id", message.id().toString())
                .set("ce-source", source)
                .set("ce-type", message.type())
                .set("ce-subject", encoded(message.subject()))
                .set("ce-time", message.createdAt())
                .set("Content-Type", "application/json");
        secret.ifPresent(s -> headers.set(FunctionGate.SECRET_HEADER, s));
    }

    /**
     * Encodes a header value as the HTTP binding requires: percent-encodes space, quote, percent and everything that is
     * not printable ASCII.
     */
    static String encoded(String text) {
        StringBuilder header = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7f && b != '"' && b != '%') {
                header.append((char) b);
            } else {
                header.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return header.toString();
    }
}
