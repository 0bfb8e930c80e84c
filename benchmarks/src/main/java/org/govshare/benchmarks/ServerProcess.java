package org.govshare.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What the measured applications share: a free port, waiting until they are ready, an orderly end. */
final class ServerProcess {
    private static final int PATIENCE_SECONDS = 180;
    private static final int GRACE_SECONDS = 30;

    private ServerProcess() {}

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Waits until the process answers 200 there.
     *
     * @throws IllegalStateException when it ended or is not ready in time; it is stopped then
     */
    static void await(Process process, URI health, Path log) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(health).build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(200);
        }
        stop(process);
        throw new IllegalStateException("the application is not ready: see " + log);
    }

    static void stop(Process process) {
        process.destroy();
        process.onExit()
                .orTimeout(GRACE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(e -> process.destroyForcibly())
                .join();
    }
}
