package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void dueOverTheNationalDay_countsTheMakeUpSunday() {
        int status = run("due", "--working-days", "1", "--from", "2025-09-26", "--lang", "en");

        assertEquals(0, status, err.toString());
        assertTrue(out.toString().contains("on 2025-09-28"), out.toString());
    }

    @Test
    void unknownClock_isToldInOneLine() {
        int status = run("due", "--procedure", "share-request-conditional", "--clock", "nope");

        assertEquals(1, status);
        assertTrue(err.toString().startsWith("govshare: "), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void unknownCommand_isNotUnderstood() {
        assertEquals(2, run("upp"));
        assertTrue(err.toString().contains("Did you mean"), err.toString());
    }

    @Test
    void everyCommand_explainsItself() {
        for (String command : GovshareMain.commandLine().getSubcommands().keySet()) {
            assertEquals(0, run(command, "--help"), command);
        }
    }

    private int run(String... arguments) {
        CommandLine commands = GovshareMain.commandLine();
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(err, true));
        return commands.execute(arguments);
    }
}
