package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private Path temporary;
    private Path log;
    private Process demo;

    @BeforeEach
    void start() throws IOException {
        temporary = Files.createDirectory(folder.resolve("temporary"));
        log = Files.createTempFile(Files.createDirectories(Path.of("target", "govshare-logs")), "demo-", ".log");
        String options = "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=" + temporary;
        try (Govshare govshare = new Govshare(folder.resolve("untouched"), "env", options)) {
            demo = govshare.start(log, "demo");
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        demo.destroy();
        demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void wholeStory_holds_andLeavesNothingBehind() throws Exception {
        assertTrue(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "the demo ends, see " + log);
        String told = told();
        assertAll(
                () -> assertEquals(0, demo.exitValue(), told),
                () -> assertTold(told, "raised on 2025-07-31, is due in 3 wd 工作日: hebei-2022 art. 15 para. 2."),
                () -> assertTold(told, "raised on 2025-08-01, is due in 1 wd 工作日: decree-809-2025 art. 21 para. 1."),
                () -> assertTold(told, "as a clerk: not accepted (403)"),
                () -> assertTold(told, "not accepted (422): /use-until"),
                () -> assertTold(told, "deliver the data, last day 2025-08-04, due 2025-08-05 Tue 00:00"),
                () -> assertTold(told, "gave way: 3 working days, Hebei Measures"),
                () -> assertTold(told, "reply to the request, last day 2025-08-19, due 2025-08-20 Wed 00:00"),
                () -> assertTold(
                        told,
                        "proposal 建议: order-correction, to 湖南省人民政府办公厅; reached 2025-08-23 Sat 00:00"
                                + " article decree-809-2025 art. 39 (4)"),
                () -> assertTold(told, "reply to the authority, last day 2025-10-10, due 2025-10-11 Sat 00:00"),
                () -> assertTold(told, "counted Sun 09-28 (weekend worked by the notice"),
                () -> assertTold(told, "reminder 提醒, to 河北省公安厅; reached 2025-10-09 Thu 00:00"),
                () -> assertTold(told, "overdue 逾期, reported to 河北省公安厅, 河北省数据和政务服务局; reached 2025-10-11"),
                () -> assertTold(told, "proposal 建议: order-correction, to 河北省人民政府; reached 2025-10-15"),
                () -> assertTold(told, "takes the proposal up and orders correction 责令改正 by 2025-10-17"),
                () -> assertTold(told, "polls its notices 督办通知 and reads: order to correct: by 河北省人民政府"),
                () -> assertTold(told, "1 roots, "),
                () -> assertTold(told, "The trail is whole."),
                () -> assertTold(told, "The tables agree with the trail and the law."),
                () -> assertTold(told, "reads 54,145 rows in 11 pages"),
                () -> assertTold(told, "not accepted (422): /fields/instrument"),
                () -> assertTold(told, "would decide itself, as Hebei art. 15 para. 3 had it: not accepted (403)"),
                () -> assertTold(
                        told,
                        "decides to share 决定共享, with scope, purpose and reason. article decree-809-2025 art. 28 para. 2"),
                () -> assertTold(told, "11 cities 市 equal on both sides"),
                () -> assertTold(told, "recomputed, all sound."));
        assertNothingLeft();
    }

    @Test
    void terminatedInTheMiddle_stopsItsDatabaseAndLeavesNothingBehind() throws Exception {
        Awaitility.await("the demo's story, see " + log)
                .atMost(PATIENCE)
                .failFast("ended, see " + log, () -> !demo.isAlive())
                .until(() -> told().contains("forwards up"));

        // SIGTERM, not SIGINT: what a shell runs in the background ignores the latter, and so do its children.
        new ProcessBuilder("kill", "-TERM", Long.toString(demo.pid())).start().waitFor();

        assertTrue(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "the demo ends, see " + log);
        assertEquals(143, demo.exitValue(), told());
        assertNothingLeft();
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
        List<String> processes = ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(temporary.toString()))
                .toList();
        assertEquals(List.of(), processes);
        assertTrue(Files.notExists(folder.resolve("untouched")), "GOVSHARE_HOME is not the demo's");
    }

    private static void assertTold(String told, String expected) {
        assertTrue(told.contains(expected), () -> "'" + expected + "' in: " + told);
    }

    /** What it has said so far, without the line breaks. */
    private String told() throws IOException {
        return Files.readString(log).replaceAll("\\s+", " ");
    }
}
