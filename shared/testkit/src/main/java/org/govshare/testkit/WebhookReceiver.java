package org.govshare.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A city's platform as a receiver of back-flow: it takes only what is rightly signed (Standard Webhooks, verified by the
 * library), checks the manifest, keeps the highest version of each key, and drops what it has seen.
 */
public final class WebhookReceiver implements AutoCloseable {
    private static final String BATCH = "org.govshare.backflow.batch.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Called with each batch that was taken, before it is answered. */
    @FunctionalInterface
    public interface BeforeAnswer {
        void taken(int batch) throws InterruptedException;
    }

    /** What was posted, rightly signed. */
    public record Delivery(String type, String body) {}

    private record Held(long version, JsonNode line) {
        boolean deleted() {
            return "delete".equals(line.path("op").asText());
        }
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final String secret = "whsec_"
            + Base64.getEncoder().encodeToString((UUID.randomUUID() + "-key").getBytes(StandardCharsets.UTF_8));
    private final Map<String, Held> held = new HashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile BeforeAnswer beforeAnswer = batch -> {};

    private WebhookReceiver(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free port of this machine. */
    public static WebhookReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WebhookReceiver receiver = new WebhookReceiver(server);
        server.createContext("/", receiver::take);
        server.setExecutor(receiver.workers);
        server.start();
        return receiver;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/in");
    }

    /** The key that the receiver made, to be handed over with its address. */
    public String secret() {
        return secret;
    }

    public void beforeAnswer(BeforeAnswer hook) {
        beforeAnswer = hook;
    }

    /** How many records it holds now. */
    public synchronized long records() {
        return held.values().stream().filter(one -> !one.deleted()).count();
    }

    /** The payload held under a key; missing when there is none. */
    public synchronized JsonNode record(String key) {
        Held one = held.get(key);
        return one == null ? JSON.missingNode() : one.line().path("data");
    }

    /** All that came rightly signed, repeats too, in the order of coming. */
    public List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Batches taken, those with an id seen before not counted. */
    public int batches() {
        return batches.get();
    }

    /** Batches that came again under an id seen before. */
    public int repeated() {
        return repeated.get();
    }

    /** Requests turned away for their signature. */
    public int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            HttpHeaders headers =
                    HttpHeaders.of(new HashMap<>(exchange.getRequestHeaders()), (name, value) -> value != null);
            exchange.sendResponseHeaders(answer(headers, body), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int answer(HttpHeaders headers, String body) throws IOException, InterruptedException {
        try {
            new Webhook(secret).verify(body, headers);
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            refused.incrementAndGet();
            return 401;
        }
        String type = headers.firstValue("ce-type").orElse("");
        deliveries.add(new Delivery(type, body));
        if (BATCH.equals(type)) {
            if (!seen.add(headers.firstValue("webhook-id").orElseThrow())) {
                repeated.incrementAndGet();
            } else {
                store(body);
                beforeAnswer.taken(batches.incrementAndGet());
            }
        }
        return 204;
    }

    private synchronized void store(String body) throws IOException {
        List<String> lines = body.lines().toList();
        JsonNode manifest = JSON.readTree(lines.get(0));
        if (manifest.path("count").asInt() != lines.size() - 1
                || !manifest.path("digest").asText().equals(sha256(body.substring(body.indexOf('\n') + 1)))) {
            throw new IOException("the manifest names lines that differ from those that came");
        }
        Set<String> keys = new HashSet<>();
        for (String text : lines.subList(1, lines.size())) {
            JsonNode line = JSON.readTree(text);
            long version = line.path("version").asLong();
            keys.add(line.path("key").asText());
            held.merge(
                    line.path("key").asText(),
                    new Held(version, line),
                    (old, given) -> given.version() >= old.version() ? given : old);
        }
        if ("snapshot".equals(manifest.path("kind").asText())) {
            String from = manifest.path("from").asText();
            String to = manifest.path("to").isNull()
                    ? "\uffff"
                    : manifest.path("to").asText();
            held.keySet().removeIf(key -> key.compareTo(from) > 0 && key.compareTo(to) <= 0 && !keys.contains(key));
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
