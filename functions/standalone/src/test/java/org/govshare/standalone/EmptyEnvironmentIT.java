package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar where no variable names a locale, as in most containers: what it writes is UTF-8 all the same. */
class EmptyEnvironmentIT {
    @TempDir
    Path folder;

    private String out;
    private String err;

    @Test
    void answer_isChinese() throws Exception {
        run("packs", "show", "hebei-2022", "--lang", "zh");

        assertTrue(out.startsWith("hebei-2022  河北省政务数据共享应用管理办法\n"), out);
        assertFalse(out.contains("??"), out);
    }

    @Test
    void warning_isChinese() throws Exception {
        run(
                "due",
                "--pack",
                "hebei-2022",
                "--procedure",
                "share-request-conditional",
                "--clock",
                "reply",
                "--from",
                "2020-01-02T10:00");

        assertTrue(err.startsWith("govshare: "), err);
        assertTrue(err.contains("《河北省政务数据共享应用管理办法》"), err);
        assertFalse(err.contains("??"), err);
    }

    /** Keeps what the command wrote; what is not UTF-8 fails the test. */
    private void run(String... arguments) throws IOException, InterruptedException {
        Path toOut = folder.resolve("out");
        Path toErr = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(toOut.toFile()).redirectError(toErr.toFile());
        builder.environment().clear();
        assertEquals(0, builder.start().waitFor());
        out = Files.readString(toOut);
        err = Files.readString(toErr);
    }
}
