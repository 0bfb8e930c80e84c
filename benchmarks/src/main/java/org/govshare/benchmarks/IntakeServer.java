package org.govshare.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged request-intake as a cluster runs it: tokens checked, notifications sent to a broker that stands elsewhere. */
final class IntakeServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 180;

    private final Process process;

    private IntakeServer(Process process) {
        this.process = process;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static IntakeServer start(Path target, int port, String databaseUrl, String publicKey, int sinkPort)
            throws IOException, InterruptedException {
        Path log = target.resolve("benchmark.log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dquarkus.datasource.jdbc.url=" + databaseUrl,
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dmp.jwt.verify.publickey=" + publicKey,
                        "-Dgovshare.sink=http://127.0.0.1:" + sinkPort + "/",
                        "-Dgovshare.trail-key=benchmark",
                        // What pgbench leaves in the outbox is not to be sent while the other is measured.
                        "-Dgovshare.outbox.sweep=24h",
                        "-jar",
                        target.resolve("quarkus-app/quarkus-run.jar").toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        IntakeServer server = new IntakeServer(process);
        if (!server.becomesReady(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))) {
            server.close();
            throw new IllegalStateException("request-intake is not ready: see " + log);
        }
        return server;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(e -> process.destroyForcibly())
                .join();
    }

    private boolean becomesReady(URI health) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(health).build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return true;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(200);
        }
        return false;
    }
}
