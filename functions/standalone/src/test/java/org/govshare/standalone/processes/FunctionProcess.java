package org.govshare.standalone.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A packaged function in a JVM of its own, on a port that it keeps over restarts. */
final class FunctionProcess implements AutoCloseable {
    private static final Path FUNCTIONS = Path.of("..");
    private static final Path LOGS = Path.of("target", "processes");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String function;
    private final Map<String, String> settings;
    private final int port;
    private Process process;

    private FunctionProcess(String function, Map<String, String> settings, int port) {
        this.function = function;
        this.settings = settings;
        this.port = port;
    }

    /**
     * The function as its module's build has packaged it, not started yet.
     *
     * @param entrance {@code front} or {@code inner}, as its two Services in a cluster
     */
    static FunctionProcess of(String function, String entrance, Map<String, String> settings) throws IOException {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("govshare.entrance", entrance);
        return new FunctionProcess(function, all, freePort());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Starts it, again after {@link #kill}, without waiting for it; it does not outlive this JVM. */
    void start() throws IOException {
        Path jar = FUNCTIONS.resolve(function).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: package " + function + " in the same build");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for a minute: what the second compiler gains comes too late.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Xmx256m");
        command.add("-jar");
        command.add(jar.toString());
        Files.createDirectories(LOGS);
        Path log = LOGS.resolve(function + "-" + settings.get("govshare.entrance") + ".log");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    void awaitReady() {
        Awaitility.await(function + " is ready")
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(200))
                .until(this::isReady);
    }

    /** SIGKILL: nothing gets a chance to end well. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException(function + " ended by itself: see " + LOGS);
        }
        HttpRequest health = HttpRequest.newBuilder(address().resolve("q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Below the range from which systems take ports for connections: a start takes seconds, in which those come and go. */
    private static int freePort() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException e) {
                // taken: another one
            }
        }
        throw new IllegalStateException("no port is free");
    }
}
