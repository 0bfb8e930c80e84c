package org.govshare.standalone;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.govshare.standalone.law.DueCommand;
import org.govshare.standalone.law.PacksCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The command line. Only {@code up} and {@code demo} boot the server; the other commands answer and end. */
@QuarkusMain
@Command(
        name = "govshare",
        description = "Runs the statutory life of government data sharing: requests, deadlines, back-flow.",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            TokenCommand.class,
            DueCommand.class,
            PacksCommand.class,
            CalendarCommand.class,
            AuditCommand.class,
            EraseCommand.class,
            LoadCommand.class,
            MigrateCommand.class
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Environment:",
            "  GOVSHARE_HOME          data folder, default ~/.govshare",
            "  GOVSHARE_DB_URL        JDBC address of a PostgreSQL of yours, as role govshare_app",
            "  GOVSHARE_DB_OWNER_URL  the same as role govshare_owner, for migrations",
            "  GOVSHARE_ROOTS         a folder for the signed roots of the trail, default GOVSHARE_HOME",
            "  GOVSHARE_PACKS         a folder of packs of law in addition to the built-in ones",
            "",
            "Exit status: 0 done, 1 failed, 2 the command was not understood."
        })
public final class GovshareMain {
    /** Ends the process with the command's exit status. What it writes is UTF-8, whatever the environment says. */
    public static void main(String[] arguments) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        GovshareMain root = new GovshareMain();
        CommandLine commands = new CommandLine(root);
        commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commands.setExecutionExceptionHandler(failure());
        commands.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        commands.setExecutionStrategy(new CommandLine.RunLast());
        Words.teach(commands);
        return commands;
    }

    /** A failure that was foreseen is reported in one line; anything else with all it knows. */
    private static IExecutionExceptionHandler failure() {
        return (exception, command, parsed) -> {
            PrintWriter err = command.getErr();
            if (Failures.foreseen(exception)) {
                err.println("govshare: " + exception.getMessage());
            } else {
                exception.printStackTrace(err);
            }
            return ExitCode.SOFTWARE;
        };
    }
}
