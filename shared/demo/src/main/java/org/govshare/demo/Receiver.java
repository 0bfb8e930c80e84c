package org.govshare.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.govshare.demo.Books.Holding;

/**
 * A city's platform as somebody else would write it: verifies each signature with the library of Standard Webhooks, checks
 * what the manifest says, and keeps the highest version of each key.
 */
public final class Receiver implements AutoCloseable {
    private static final String BATCH = "org.govshare.backflow.batch.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String secret = secret();
    private final Map<String, Held> held = new ConcurrentSkipListMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** A record as it came; {@code data} is null once it is gone. */
    public record Held(String key, long version, String region, String data) {
        /** SHA-256 over region and data as they are in the line: JSON as PostgreSQL writes it. */
        public String digest() {
            return sha256("[\"" + region + "\", " + data + "]");
        }
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/in", this::receive);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
    }

    public String key() {
        return secret;
    }

    /** What did not fit: signatures, digests, counts. */
    public List<String> faults() {
        return faults;
    }

    public Optional<Held> find(String key) {
        return Optional.ofNullable(held.get(key)).filter(record -> record.data() != null);
    }

    public long records() {
        return held.values().stream().filter(record -> record.data() != null).count();
    }

    public Held first() {
        return held.values().iterator().next();
    }

    /** Counts and digests what is held, from what came over the wire alone. */
    public Holding holding(Set<String> unknownRegions) {
        StringBuilder all = new StringBuilder();
        long byPrefix = 0;
        for (Held record : held.values()) {
            if (record.data() != null) {
                all.append(record.key() + " " + record.version() + " " + record.digest() + "\n");
                byPrefix += unknownRegions.contains(record.region()) ? 1 : 0;
            }
        }
        return new Holding(records(), byPrefix, sha256(all.toString()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(take(exchange, body) ? 204 : 400, -1);
        }
    }

    private boolean take(HttpExchange exchange, String body) throws IOException {
        try {
            new Webhook(secret).verify(body, exchange.getRequestHeaders());
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            faults.add("signature: " + e.getMessage());
            return false;
        }
        return !BATCH.equals(exchange.getRequestHeaders().getFirst("ce-type")) || takeBatch(body);
    }

    private boolean takeBatch(String body) throws IOException {
        int end = body.indexOf('\n');
        JsonNode manifest = JSON.readTree(body.substring(0, end));
        String rest = body.substring(end + 1);
        List<String> lines = rest.lines().toList();
        if (!sha256(rest).equals(manifest.path("digest").asText())
                || lines.size() != manifest.path("count").asInt()) {
            faults.add("manifest: " + manifest);
            return false;
        }
        for (String line : lines) {
            Held record = read(line);
            held.merge(record.key(), record, (old, come) -> come.version() >= old.version() ? come : old);
        }
        return true;
    }

    /** The data comes last in its line, and is kept as it is. */
    private static Held read(String line) throws IOException {
        JsonNode fields = JSON.readTree(line);
        int data = line.indexOf(",\"data\":");
        return new Held(
                fields.path("key").asText(),
                fields.path("version").asLong(),
                fields.path("region").asText(),
                data < 0 ? null : line.substring(data + ",\"data\":".length(), line.length() - 1));
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
