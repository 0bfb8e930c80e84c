package org.govshare.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;

/** The process of {@link IntakeLoad}, which gets its work from outside. */
final class IntakeClients implements AutoCloseable {
    private final Process process;
    private final PrintWriter in;
    private final BufferedReader out;
    private final int sinkPort;

    private IntakeClients(Process process) throws IOException {
        this.process = process;
        this.in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.sinkPort = Integer.parseInt(out.readLine());
    }

    /** One run: how many commands were accepted, in how many seconds, and how many milliseconds the 99th percentile took. */
    record Run(long accepted, double seconds, double p99) {
        double aSecond() {
            return accepted / seconds;
        }
    }

    static IntakeClients start(int port, Path tokens) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IntakeLoad.class.getName(),
                        Integer.toString(port),
                        tokens.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new IntakeClients(process);
    }

    int sinkPort() {
        return sinkPort;
    }

    /** All connections, for so long. */
    Run during(int seconds) throws IOException {
        return run(Integer.toString(seconds));
    }

    /** One connection, so many commands. */
    Run count(int commands) throws IOException {
        return run("x" + commands);
    }

    private Run run(String what) throws IOException {
        in.println(what);
        String result = out.readLine();
        if (result == null) {
            throw new IllegalStateException("a command was not accepted");
        }
        try (Scanner words = new Scanner(result).useLocale(java.util.Locale.ROOT)) {
            words.next();
            long accepted = words.nextLong();
            words.next();
            double seconds = words.nextDouble();
            words.next();
            return new Run(accepted, seconds, words.nextDouble());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
