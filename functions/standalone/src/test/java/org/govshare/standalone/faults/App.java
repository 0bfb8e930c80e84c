package org.govshare.standalone.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.govshare.testkit.TestTokens;

/** The packaged {@code govshare up}, on a port that it keeps over its deaths. */
final class App implements AutoCloseable {
    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    /** File of the key that signs the trail's roots, beside the homes. */
    static final String ROOT_KEY = "root-key.pem";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 120;

    private final Path home;
    private final Path log;
    private final String databaseUrl;
    private final int port = freePort();
    private final Thread hook = new Thread(this::end);
    private volatile Process process;

    /**
     * @param home an empty folder; what processes over one database share stands in the one above
     * @param databaseUrl JDBC address of a migrated database
     */
    App(Path home, String databaseUrl, URI sink) throws IOException {
        this.home = home;
        this.databaseUrl = databaseUrl;
        Path logs = Files.createDirectories(Path.of("target", "govshare-logs"));
        this.log = Files.createTempFile(logs, "faults-", ".log").toAbsolutePath();
        Path key = Files.writeString(home.resolve("faults.pem"), publicKey());
        Files.writeString(home.resolve("faults.properties"), settings(sink, key));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Starts it without waiting for it. */
    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx192m",
                "-Dsmallrye.config.locations=" + home.resolve("faults.properties"),
                "-jar",
                JAR.toString(),
                "up",
                "--port",
                Integer.toString(port));
        process = environment(builder, home, databaseUrl)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Runs a command of the same command line to its end; what it wrote, if it ended well. */
    static String command(Path home, String databaseUrl, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        Process process =
                environment(new ProcessBuilder(command), home, databaseUrl).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", arguments) + " failed: " + output);
        }
        return output;
    }

    private static ProcessBuilder environment(ProcessBuilder builder, Path home, String databaseUrl) {
        builder.environment().put("GOVSHARE_HOME", home.toString());
        builder.environment().put("GOVSHARE_DB_URL", databaseUrl);
        Path shared = home.getParent();
        builder.environment().put("GOVSHARE_TRAIL_KEY", "faults");
        builder.environment().put("GOVSHARE_ROOTS", shared.toString());
        builder.environment().put("GOVSHARE_ROOT_KEY", shared.resolve(ROOT_KEY).toString());
        builder.environment()
                .put(
                        "GOVSHARE_ROOT_PUBLIC_KEY",
                        shared.resolve(ROOT_KEY + ".pub").toString());
        // The law's clock stands in the past: what is changed now is old enough to be erased.
        builder.environment().put("GOVSHARE_KEEP_CHANGES", "off");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("GOVSHARE_DB_OWNER_URL");
        return builder.redirectErrorStream(true);
    }

    /** SIGKILL, and the next life begins at once. */
    void killAndStart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        start();
    }

    /** Starts it again if it has ended. */
    void raise() throws IOException {
        if (!process.isAlive()) {
            start();
        }
    }

    /** SIGTERM, and waits for the end; the exit status. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("govshare up does not stop, see " + log);
        }
        return process.exitValue();
    }

    void awaitReady() {
        Awaitility.await("govshare up, see " + log)
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    raise();
                    return isServing();
                });
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        end();
    }

    /** Whether it is ready at this moment. */
    boolean isServing() throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(address().resolve("q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void end() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    /** What outranks the settings that {@code up} gives: the test's sink and keys, and everything often. */
    private static String settings(URI sink, Path key) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("config_ordinal", "900");
        settings.put("mp.jwt.verify.publickey.location", key.toUri().toString());
        settings.put("govshare.sink", sink.toString());
        settings.put("govshare.sink-secret", FlakySink.SECRET);
        settings.put("govshare.movable-clock", "true");
        settings.put("govshare.trail-key", "test-key");
        settings.put("govshare.outbox.sweep", "2s");
        settings.put("govshare.escalation.every", "2s");
        settings.put("govshare.backflow.every", "off");
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return text.toString();
    }

    private static String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n" + TestTokens.verification().get("mp.jwt.verify.publickey")
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
