package org.govshare.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The packaged deadline-escalation in a JVM with a small heap, with or without ticks of its own. */
final class EscalationServer implements AutoCloseable {

    private final Process process;
    private final Path log;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private EscalationServer(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Ticking by itself every second. */
    static EscalationServer start(Path target, String databaseUrl) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        return start(
                target,
                databaseUrl,
                port,
                List.of("-Dgovshare.sink=http://127.0.0.1:" + port + "/", "-Dgovshare.escalation.every=1s"));
    }

    /** It ticks only when it is asked to, and sends no notifications. */
    static EscalationServer startQuiet(Path target, String databaseUrl) throws IOException, InterruptedException {
        return start(
                target,
                databaseUrl,
                ServerProcess.freePort(),
                List.of("-Dgovshare.sink=", "-Dgovshare.escalation.every=off"));
    }

    private static EscalationServer start(Path target, String databaseUrl, int port, List<String> settings)
            throws IOException, InterruptedException {
        Path log = target.resolve("benchmark.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dquarkus.datasource.jdbc.url=" + databaseUrl,
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dgovshare.trail-key=benchmark",
                "-Dgovshare.sink-secret=benchmark",
                "-Dgovshare.movable-clock=true"));
        command.addAll(settings);
        command.addAll(
                List.of("-jar", target.resolve("quarkus-app/quarkus-run.jar").toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        EscalationServer server = new EscalationServer(process, log, URI.create("http://127.0.0.1:" + port + "/"));
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        // The quiet one has no sink and is therefore never ready.
        ServerProcess.await(process, server.address.resolve("/q/health/live"), log);
        return server;
    }

    /** One tick, as a broker brings it; back when it has done its slice. */
    void tick() throws IOException, InterruptedException {
        HttpRequest tick = HttpRequest.newBuilder(address)
                .header("Govshare-Sink-Secret", "benchmark")
                .header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID().toString())
                .header("ce-source", "/benchmark")
                .header("ce-type", "org.govshare.escalation.tick.v1")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        int status = http.send(tick, BodyHandlers.discarding()).statusCode();
        if (status != 204) {
            throw new IllegalStateException("a tick was answered " + status + ": see " + log);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Path log() {
        return log;
    }

    /** The most memory the process has had at once, heap and all else. */
    long peakMemoryMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        ServerProcess.stop(process);
    }
}
