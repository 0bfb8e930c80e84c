package org.govshare.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The packaged request-intake as a cluster runs it: tokens checked, notifications sent to a broker that runs elsewhere. */
final class IntakeServer implements AutoCloseable {

    private final Process process;

    private IntakeServer(Process process) {
        this.process = process;
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
        ServerProcess.await(process, URI.create("http://127.0.0.1:" + port + "/q/health/ready"), log);
        return server;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        ServerProcess.stop(process);
    }
}
