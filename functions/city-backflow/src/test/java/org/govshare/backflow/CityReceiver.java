package org.govshare.backflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.govshare.delivery.Secret;
import org.govshare.platform.json.CanonicalJson;

/** A city's platform as another organisation would write it: checks signature and digest, then keeps the higher version. */
final class CityReceiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final String city;
    private final String stream;
    final String secret = Secret.make();
    final Map<String, JsonNode> lines = new ConcurrentHashMap<>();
    final List<JsonNode> manifests = new CopyOnWriteArrayList<>();
    final List<String> faults = new CopyOnWriteArrayList<>();
    volatile int answer = 204;
    volatile boolean forgetful;
    volatile Pause beforeAnswer = () -> {};

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    /** What keeps an answer waiting. */
    @FunctionalInterface
    interface Pause {
        void run() throws InterruptedException;
    }

    /** Takes the dataset's batches into account, and accepts those of others without a look. */
    CityReceiver(String city, String dataset) {
        this.city = city;
        this.stream = city + "/" + dataset;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/in", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
    }

    /** The records that the city holds now. */
    long records() {
        return lines.values().stream().filter(CityReceiver::isUpsert).count();
    }

    boolean holds(String key) {
        JsonNode line = lines.get(key);
        return line != null && isUpsert(line);
    }

    private static boolean isUpsert(JsonNode line) {
        return "upsert".equals(line.path("op").asText());
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = answer;
            if (status == 204) {
                take(exchange, body);
                status = forgetful ? 500 : 204;
            }
            linger();
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private void linger() throws IOException {
        try {
            beforeAnswer.run();
        } catch (InterruptedException e) {
            throw new IOException("closed while it lingers", e);
        }
    }

    private void take(HttpExchange exchange, String body) throws IOException {
        try {
            new Webhook(secret).verify(body, exchange.getRequestHeaders());
        } catch (Exception e) {
            faults.add("signature: " + e.getMessage());
            return;
        }
        if (PushSlice.BATCH.equals(exchange.getRequestHeaders().getFirst("ce-type"))) {
            batch(body);
        }
    }

    private void batch(String body) throws IOException {
        int end = body.indexOf('\n');
        JsonNode manifest = JSON.readTree(body.substring(0, end));
        String rest = body.substring(end + 1);
        if (!stream.equals(manifest.path("stream").asText())) {
            return;
        }
        if (!CanonicalJson.sha256(rest).equals(manifest.path("digest").asText())) {
            faults.add("digest: " + manifest);
        }
        if (rest.lines().count() != manifest.path("count").asLong()) {
            faults.add("count: " + manifest);
        }
        for (String text : rest.lines().toList()) {
            JsonNode line = JSON.readTree(text);
            lines.merge(line.path("key").asText(), line, CityReceiver::higher);
        }
        manifests.add(manifest);
    }

    private static JsonNode higher(JsonNode held, JsonNode come) {
        return come.path("version").asLong() >= held.path("version").asLong() ? come : held;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
