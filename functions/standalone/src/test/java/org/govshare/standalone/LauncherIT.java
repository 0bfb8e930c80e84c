package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That Maven itself, whoever called it, vouches for what it has built; the launcher then has nothing to build. */
class LauncherIT {

    @Test
    void whatMavenHasPackaged_isListedWithItsContent() throws Exception {
        Process list = new ProcessBuilder("sh", "sources.sh").start();
        String now = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, list.waitFor());
        assertEquals(now, Files.readString(Path.of("target/.built-from")));
    }
}
