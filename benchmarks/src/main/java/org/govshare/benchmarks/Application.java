package org.govshare.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All of Govshare in one process, as {@code govshare up} starts it, with a heap of 256 MiB and ticks every second. */
final class Application implements AutoCloseable {
    private static final int MOST_SHOWN = 14;

    private final Process process;
    private final Path log;
    private final URI address;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Application(Process process, Path log, URI address, String token) {
        this.process = process;
        this.log = log;
        this.address = address;
        this.token = token;
    }

    /** Everybody who reads there does so as the named agency. */
    static Application start(Path target, Path home, String ownerUrl, String appUrl, String agency)
            throws IOException, InterruptedException {
        Map<String, String> places =
                Map.of("GOVSHARE_HOME", home.toString(), "GOVSHARE_DB_URL", appUrl, "GOVSHARE_DB_OWNER_URL", ownerUrl);
        Path log = target.resolve("benchmark.log");
        int port = ServerProcess.freePort();
        ProcessBuilder up = java(
                target,
                places,
                List.of("-Xmx256m", "-Dgovshare.movable-clock=true", "-Dgovshare.escalation.every=1s"),
                List.of("up", "--port", Integer.toString(port)));
        Process process =
                up.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        URI address = URI.create("http://127.0.0.1:" + port);
        try {
            ServerProcess.await(process, address.resolve("/q/health/ready"), log);
            Process token = java(target, places, List.of(), List.of("token", "--name", agency, "--role", "clerk"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String signed = new String(token.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Application(process, log, address, signed);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static ProcessBuilder java(
            Path target, Map<String, String> places, List<String> settings, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings);
        command.addAll(
                List.of("-jar", target.resolve("quarkus-app/quarkus-run.jar").toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(places);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    /** What the agency reads there. */
    String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode() + ": see " + log);
        }
        return answer.body();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Path log() {
        return log;
    }

    /** Bytes of what lives in the heap, after a collection of all of it; prints what there is most of. */
    long liveHeap() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        lines.stream().limit(MOST_SHOWN).forEach(System.out::println);
        return lines.stream()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no histogram of the heap: " + lines));
    }

    @Override
    public void close() {
        ServerProcess.stop(process);
    }
}
