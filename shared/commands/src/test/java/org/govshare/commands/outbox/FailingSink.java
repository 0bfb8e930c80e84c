package org.govshare.commands.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A sink over real HTTP that remembers every attempt, fails as often as the test says, never answers about one subject,
 * and counts concurrent requests.
 */
public class FailingSink implements QuarkusTestResourceLifecycleManager {
    private final List<Map.Entry<String, String>> attempts = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile String silentAbout = "";
    private volatile String failingAbout = "";
    private ExecutorService threads;
    private HttpServer server;

    /** Sweeps often, so that a test need not wait long for another attempt. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("govshare.outbox.sweep", "1s");
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
        return Map.of("govshare.sink", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void take(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        attempts.add(Map.entry(headers.getFirst("ce-subject"), headers.getFirst("ce-id")));
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        if (headers.getFirst("ce-subject").equals(silentAbout)) {
            return;
        }
        boolean fails = headers.getFirst("ce-subject").equals(failingAbout)
                && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        atOnce.decrementAndGet();
        exchange.sendResponseHeaders(fails ? 503 : 204, -1);
        exchange.close();
    }

    /** The ids under which messages about a subject arrived, one for each attempt. */
    List<String> idsOf(String subject) {
        return attempts.stream()
                .filter(attempt -> attempt.getKey().equals(subject))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Fails so often with what comes about a subject; what other tests left under way is none of it. */
    void failNext(String subject, int times) {
        failingAbout = subject;
        failures.set(times);
    }

    /** Takes what comes about a subject and says nothing. */
    void beSilentAbout(String subject) {
        silentAbout = subject;
    }

    /** How many subjects have come. */
    long subjects() {
        return attempts.stream().map(Map.Entry::getKey).distinct().count();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    void forget() {
        attempts.clear();
        failures.set(0);
        atOnce.set(0);
        mostAtOnce.set(0);
        silentAbout = "";
        failingAbout = "";
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FailingSink.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
