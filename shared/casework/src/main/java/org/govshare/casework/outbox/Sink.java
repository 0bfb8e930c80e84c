package org.govshare.casework.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.platform.gate.FunctionGate;

/** The one place notifications go to: the broker in a cluster, this process on a laptop. CloudEvents 1.0, binary mode. */
@ApplicationScoped
class Sink {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<URI> address;
    private final Optional<String> secret;
    private final String source;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    Sink(
            @ConfigProperty(name = "govshare.sink") Optional<String> address,
            @ConfigProperty(name = "govshare.sink-secret") Optional<String> secret,
            @ConfigProperty(name = "govshare.source") String source) {
        this.address = address.filter(a -> !a.isBlank()).map(URI::create);
        this.secret = secret.filter(s -> !s.isBlank());
        this.source = source;
    }

    boolean known() {
        return address.isPresent();
    }

    /** Sends one message; completes with the status, or exceptionally when nothing answered. */
    CompletableFuture<Integer> send(OutboxMessage message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.orElseThrow())
                .timeout(PATIENCE)
                .header("ce-specversion", "1.0")
                .header("ce-id", message.id().toString())
                .header("ce-source", source)
                .header("ce-type", message.type())
                .header("ce-subject", encoded(message.subject()))
                .header("ce-time", message.createdAt())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message.data()));
        secret.ifPresent(s -> request.header(FunctionGate.SECRET_HEADER, s));
        return client.sendAsync(request.build(), BodyHandlers.discarding())
                .thenApply(response -> response.statusCode());
    }

    /** As the HTTP binding wants header values: what is not printable ASCII, and space, quote and percent, by their bytes. */
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
