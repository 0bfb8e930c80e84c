package org.govshare.standalone.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Where notifications go: it remembers each event, misbehaves as it is told, and hands what the functions consume on to
 * their entrance, as a broker would.
 */
final class FlakySink implements AutoCloseable {
    static final String SECRET = "only-our-own-sink-knows";
    private static final Set<String> CONSUMED =
            Set.of("org.govshare.escalation.tick.v1", "org.govshare.backflow.wake.v1");
    private static final int MISBEHAVES_PERCENT = 60;
    /** Longer than a sender's patience. */
    private static final long HANGS_MILLIS = 12_000;

    private static final int LATE_MILLIS = 900;

    /** How events are treated, most of them. */
    enum Mood {
        WELL,
        FAILS,
        HANGS,
        LATE,
        CLOSES
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random chance;
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Map<Mood, Integer> misbehaved = new ConcurrentHashMap<>();
    private final Queue<Mood> unmet = new ConcurrentLinkedQueue<>();
    private volatile List<URI> functions = List.of();
    private volatile Mood mood = Mood.WELL;

    /** An event as it came; accepted when it was answered with 2xx. */
    record Seen(UUID id, String type, boolean accepted) {}

    private FlakySink(HttpServer server, long seed) {
        this.server = server;
        this.chance = new Random(seed);
    }

    static FlakySink start(long seed) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FlakySink sink = new FlakySink(server, seed);
        server.createContext("/", sink::take);
        server.setExecutor(sink.workers);
        server.start();
        return sink;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Where events that a function consumes are handed on to, to any of them. */
    void handOnTo(List<URI> entrances) {
        functions = List.copyOf(entrances);
    }

    /** From now on; the next event meets it for sure, even if it comes when the mood has passed. */
    void mood(Mood wanted) {
        mood = wanted;
        if (wanted != Mood.WELL) {
            unmet.add(wanted);
        }
    }

    Set<UUID> received() {
        return seen.stream().map(Seen::id).collect(Collectors.toSet());
    }

    Set<UUID> accepted() {
        return seen.stream().filter(Seen::accepted).map(Seen::id).collect(Collectors.toSet());
    }

    /** How many events met with each mood but the good one. */
    Map<Mood, Integer> misbehaved() {
        return new TreeMap<>(misbehaved);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        UUID id = UUID.fromString(exchange.getRequestHeaders().getFirst("ce-id"));
        String type = exchange.getRequestHeaders().getFirst("ce-type");
        Mood now = Optional.ofNullable(unmet.poll())
                .orElseGet(() -> chance.nextInt(100) < MISBEHAVES_PERCENT ? mood : Mood.WELL);
        if (now != Mood.WELL) {
            misbehaved.merge(now, 1, Integer::sum);
        }
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = answer(now, exchange, type, body);
            seen.add(new Seen(id, type, status / 100 == 2));
            if (status > 0) {
                exchange.sendResponseHeaders(status, -1);
            }
        }
    }

    /** The status to answer with; 0 for none. */
    private int answer(Mood now, HttpExchange exchange, String type, String body) {
        switch (now) {
            case FAILS -> {
                return 500;
            }
            case CLOSES -> {
                return 0;
            }
            case HANGS -> {
                Pause.millis(HANGS_MILLIS);
                return 0;
            }
            case LATE -> Pause.millis(chance.nextInt(LATE_MILLIS));
            case WELL -> {}
        }
        return CONSUMED.contains(type) ? handOn(exchange, body) : 202;
    }

    private int handOn(HttpExchange exchange, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(functions.get(chance.nextInt(functions.size())))
                .timeout(Duration.ofSeconds(8))
                .header("Govshare-Sink-Secret", SECRET)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.toLowerCase(java.util.Locale.ROOT).startsWith("ce-")) {
                request.header(name, values.get(0));
            }
        });
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 503;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }
}
