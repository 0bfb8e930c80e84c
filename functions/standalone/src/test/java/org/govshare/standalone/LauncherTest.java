package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher builds: run as a script on a small tree, with a Maven and a Java that only write down their calls. */
class LauncherTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final String SOURCE = "shared/a/src/main/java/A b.java";

    @TempDir
    Path folder;

    private Path tree;
    private Path calls;

    /** How a run ended, and what it wrote. */
    record Ended(int status, String out) {}

    @BeforeEach
    void plant() throws IOException {
        calls = folder.resolve("calls");
        tree = folder.resolve("a tree");
        write("pom.xml", "<project/>");
        write("shared/a/pom.xml", "<project/>");
        write(SOURCE, "class A {}");
        write("shared/a/src/test/java/ATest.java", "class ATest {}");
        copy(Path.of("../../govshare"), tree.resolve("govshare"));
        copy(Path.of("sources.sh"), tree.resolve("functions/standalone/sources.sh"));
        tool("java", "[ \"$1\" = -version ] && echo 'openjdk version \"17.0.1\"' >&2 || echo started");
        tool("mvn", """
                sources=$(sh functions/standalone/sources.sh)
                echo mvn >>"$CALLS"
                sleep "${SLOW:-0}"
                [ -z "${BROKEN:-}" ] || { echo '[ERROR] no such symbol'; exit 1; }
                mkdir -p functions/standalone/target/quarkus-app
                touch functions/standalone/target/quarkus-app/quarkus-run.jar
                printf '%s\\n' "$sources" >functions/standalone/target/.built-from""");
    }

    @Test
    void treeThatIsBuilt_isNotBuiltAgainAlsoWhenItIsCopiedOrWrittenAnew() throws Exception {
        assertEquals(new Ended(0, "started\n"), run());
        assertEquals(1, builds());
        run();
        assertEquals(1, builds());

        everyFile(file -> touch(file, LONG_AGO));
        touch(tree.resolve(SOURCE), Instant.now().plusSeconds(60));
        run();
        assertEquals(1, builds(), "other times, the same content");

        Path copy = folder.resolve("copy");
        assertEquals(
                0,
                new ProcessBuilder("cp", "-r", tree.toString(), copy.toString())
                        .start()
                        .waitFor());
        tree = copy;
        assertEquals(new Ended(0, "started\n"), run());
        assertEquals(1, builds(), "a copy");
    }

    @Test
    void changedAddedOrRemovedFile_isBuiltWhateverItsTime() throws Exception {
        run();
        write(SOURCE, "class A { }");
        touch(tree.resolve(SOURCE), LONG_AGO);
        run();
        assertEquals(2, builds(), "changed");
        assertTrue(
                Files.getLastModifiedTime(tree.resolve(SOURCE)).toInstant().isAfter(LONG_AGO.plusSeconds(1)),
                "Maven, which goes by times, sees the change");

        write("shared/a/src/main/resources/a.yaml", "a: b");
        run();
        assertEquals(3, builds(), "added");
        write("shared/a/target/classes/a.yaml", "a: b");
        Files.delete(tree.resolve("shared/a/src/main/resources/a.yaml"));
        run();
        assertEquals(4, builds(), "removed");
        assertFalse(Files.exists(tree.resolve("shared/a/target/classes/a.yaml")), "what was made of it has gone too");
        write("pom.xml", "<project>other</project>");
        run();
        assertEquals(5, builds(), "the pom");

        write("shared/a/src/test/java/ATest.java", "class ATest { }");
        write("shared/a/target/classes/src/main/a", "made");
        write("docs/a.md", "said");
        run();
        assertEquals(5, builds(), "tests, targets and documents are no part of the program");
    }

    @Test
    void brokenBuild_isToldAndTriedAgain() throws Exception {
        Ended broken = ended(process("BROKEN", "yes"));
        assertEquals(1, broken.status());
        assertTrue(broken.out().contains("[ERROR] no such symbol"), broken.out());
        assertTrue(broken.out().contains("govshare: the build failed; all it said is in "), broken.out());
        assertEquals(new Ended(0, "started\n"), run());
        assertEquals(2, builds());

        write(SOURCE, "class A { int broken }");
        assertEquals(1, ended(process("BROKEN", "yes")).status());
        write(SOURCE, "class A {}");
        run();
        assertEquals(4, builds(), "what was built before the broken build may be half written over");
    }

    @Test
    void twoAtOnce_buildOnce() throws Exception {
        assumeTrue(new ProcessBuilder("sh", "-c", "command -v flock").start().waitFor() == 0, "flock is not here");
        Process one = process("SLOW", "1");
        Process other = process("SLOW", "1");
        assertEquals(0, ended(one).status());
        assertEquals(0, ended(other).status());
        assertEquals(1, builds());
    }

    @Test
    void build_thatChangesSourcesMeanwhile_isNotTakenForThem() throws Exception {
        Process slow = process("SLOW", "2");
        while (builds() == 0) {
            Thread.sleep(20);
        }
        write(SOURCE, "class A { int late; }");
        assertEquals(0, ended(slow).status());
        run();
        assertEquals(2, builds());
    }

    private Ended run() throws Exception {
        Ended ended = ended(process("SLOW", "0"));
        return new Ended(ended.status(), ended.out().replaceAll("(?m)^govshare: building .*\\R", ""));
    }

    private Process process(String variable, String value) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", tree.resolve("govshare").toString(), "--version").redirectErrorStream(true);
        builder.directory(tree.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
        builder.environment().put("CALLS", calls.toString());
        builder.environment().put(variable, value);
        return builder.start();
    }

    private static Ended ended(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes());
        return new Ended(process.waitFor(), out);
    }

    private int builds() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    private void write(String name, String content) throws IOException {
        Path file = tree.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private void tool(String name, String script) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private void everyFile(Consumer<Path> work) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            files.filter(Files::isRegularFile).forEach(work);
        }
    }

    private static void touch(Path file, Instant time) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
