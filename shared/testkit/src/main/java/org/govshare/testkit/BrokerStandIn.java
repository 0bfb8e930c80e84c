package org.govshare.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Replaces a Knative broker at its worst: it accepts CloudEvents in binary mode and delivers each twice, after
 * pauses of chance and so in any order, to the one subscriber of its type; what is not accepted it tries again.
 */
public final class BrokerStandIn implements AutoCloseable {
    private static final int COPIES = 2;
    private static final int MOST_RETRIES = 8;
    private static final int LONGEST_PAUSE_MILLIS = 300;

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(8);
    private final Map<String, URI> subscribers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> delivered = new ConcurrentHashMap<>();
    private final List<Event> accepted = new CopyOnWriteArrayList<>();
    private final Random chance;

    private record Event(Map<String, String> headers, byte[] body) {
        String type() {
            return headers.get("ce-type");
        }
    }

    private BrokerStandIn(HttpServer server, long seed) {
        this.server = server;
        this.chance = new Random(seed);
    }

    /** Starts on a free port; the seed repeats the pauses, not what other threads make of them. */
    public static BrokerStandIn start(long seed) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        BrokerStandIn broker = new BrokerStandIn(server, seed);
        server.createContext("/", broker::accept);
        server.setExecutor(broker.workers);
        server.start();
        return broker;
    }

    /** What functions get as {@code K_SINK}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** As a Trigger: events of exactly this type go there. */
    public void subscribe(String type, URI subscriber) {
        subscribers.put(type, subscriber);
    }

    /** How many deliveries of the type were answered with 2xx, every copy counted. */
    public int delivered(String type) {
        return delivered.containsKey(type) ? delivered.get(type).get() : 0;
    }

    /** The data of the events of a type that the broker was given, by their ids, each id once. */
    public Map<String, String> accepted(String type) {
        Map<String, String> data = new TreeMap<>();
        accepted.stream()
                .filter(event -> type.equals(event.type()))
                .forEach(event ->
                        data.put(event.headers().get("ce-id"), new String(event.body(), StandardCharsets.UTF_8)));
        return data;
    }

    /** Sends an event of the broker's own, as if a source had. */
    public void send(String type, Map<String, String> attributes) {
        Map<String, String> headers = new TreeMap<>(attributes);
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", UUID.randomUUID().toString());
        headers.put("ce-source", "//broker-stand-in");
        headers.put("ce-type", type);
        headers.put("content-type", "application/json");
        spread(new Event(headers, "{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void accept(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> {
                String lower = name.toLowerCase(java.util.Locale.ROOT);
                if (lower.startsWith("ce-") || lower.equals("content-type")) {
                    headers.put(lower, values.get(0));
                }
            });
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean event = headers.containsKey("ce-type") && headers.containsKey("ce-id");
            if (event) {
                accepted.add(new Event(headers, body));
                spread(new Event(headers, body));
            }
            exchange.sendResponseHeaders(event ? 202 : 400, -1);
        }
    }

    private void spread(Event event) {
        URI subscriber = subscribers.get(event.type());
        for (int copy = 0; subscriber != null && copy < COPIES; copy++) {
            later(() -> deliver(event, subscriber, 0), chance.nextInt(LONGEST_PAUSE_MILLIS));
        }
    }

    private void deliver(Event event, URI subscriber, int retries) {
        if (accepted(event, subscriber)) {
            delivered.computeIfAbsent(event.type(), type -> new AtomicInteger()).incrementAndGet();
        } else if (retries < MOST_RETRIES) {
            later(() -> deliver(event, subscriber, retries + 1), 100L << retries);
        }
    }

    private boolean accepted(Event event, URI subscriber) {
        HttpRequest.Builder request = HttpRequest.newBuilder(subscriber)
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofByteArray(event.body()));
        event.headers().forEach(request::header);
        try {
            HttpResponse<Void> response = client.send(request.build(), BodyHandlers.discarding());
            return response.statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void later(Runnable work, long millis) {
        if (!workers.isShutdown()) {
            workers.schedule(work, millis, TimeUnit.MILLISECONDS);
        }
    }
}
