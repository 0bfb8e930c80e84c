package org.govshare.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged command line on a data folder, run as processes of their own; what still runs is stopped by close. */
final class Govshare implements AutoCloseable {
    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 120;

    private final Path home;
    private final List<String> prefix;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Up> started = new ArrayList<>();

    Govshare(Path home, String... prefix) {
        this.home = home;
        this.prefix = List.of(prefix);
    }

    /** Sets a variable of the environment for the commands to come. */
    Govshare with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** How a command ended, and what it wrote. */
    record Ended(int status, String out, String err) {}

    /** A running {@code up}, which writes all it says to the log. */
    record Up(Process process, int port, Path log) {
        HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        }

        /** Sends a command that has to be taken. */
        HttpResponse<String> post(String path, String token, String body) throws IOException, InterruptedException {
            HttpResponse<String> answer = send(path, token, body);
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            return answer;
        }

        HttpResponse<String> send(String path, String token, String body) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        }

        /** Ends the JVM without a chance to stop anything. */
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        /** Asks it to stop, as Ctrl-C does, and waits until it has. */
        int stop() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("govshare up does not stop");
            }
            return process.exitValue();
        }
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        Path out = log("out");
        Path err = log("err");
        Process process = builder(arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    /** Starts a command that writes, both kinds of output, to the file; the caller sees to its end. */
    Process start(Path log, String... arguments) throws IOException {
        return builder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Starts {@code up} on a free port and waits until it is ready. */
    Up up() throws IOException {
        int port = freePort();
        Path log = log("up");
        Process process = builder("up", "--port", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Up up = new Up(process, port, log);
        started.add(up);
        Awaitility.await("govshare up, see " + log)
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .pollInterval(Duration.ofMillis(200))
                .failFast("ended, see " + log, () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> up.get("/q/health/ready").statusCode() == 200);
        return up;
    }

    @Override
    public void close() {
        for (Up up : started) {
            up.process().destroy();
            up.process().onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        // Short-lived processes: what the second compiler gains comes too late for them.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar"));
        command.add(JAR.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("GOVSHARE_HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("GOVSHARE_DB_URL");
        builder.environment().putAll(environment);
        return builder;
    }

    private static Path log(String kind) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "govshare-logs"));
        return Files.createTempFile(folder, kind + "-", ".log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
