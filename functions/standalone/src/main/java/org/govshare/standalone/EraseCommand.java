package org.govshare.standalone;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.platform.failure.CommandException;
import org.govshare.platform.retention.Payload;
import org.govshare.platform.time.TimeSources;
import org.govshare.upkeep.retention.Erasure;
import org.govshare.upkeep.retention.Periods;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Erases what has been kept longer than its period; {@code up} does so by itself each hour. */
@Command(
        name = "erase",
        description = "Erase payloads kept longer than their periods (docs/operations.md); the trail stays whole.")
final class EraseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--show", description = "Only show the periods.")
    private boolean show;

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        Periods periods = OperatedLaw.periods(environment);
        if (show) {
            for (Payload payload : Payload.all()) {
                String period = periods.of(payload).map(d -> d.toDays() + "d").orElse("off");
                out().println(payload.name() + "\t" + period + "\t" + payload.setting());
            }
            return 0;
        }
        Home home = Home.open(environment);
        // Nobody acts but the system, so that no person's hash is needed.
        Erasure erasure = new Erasure(periods, new Pseudonyms(Optional.empty()), TimeSources.wall());
        try (DatabaseAccess database = DatabaseAccess.reach(home, environment);
                Connection connection = DriverManager.getConnection(database.appUrl())) {
            erasure.run(connection, Integer.MAX_VALUE)
                    .forEach((payload, rows) -> out().println(payload + ": " + rows + " erased"));
        } catch (SQLException e) {
            throw new CommandException("the database refused: " + e.getMessage(), e);
        }
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
