package org.govshare.standalone;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.govshare.exchange.LoadReport;
import org.govshare.exchange.RecordFile;
import org.govshare.platform.failure.CommandException;
import org.govshare.registry.load.LoadOutcome.TableCount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads files into the database, while {@code up} runs or without it. The same file again changes nothing. */
@Command(name = "load", description = "Load the registry's files, or a dataset's records.")
final class LoadCommand {
    @Spec
    private CommandSpec spec;

    @Command(
            name = "registry",
            mixinStandardHelpOptions = true,
            description = "Load regions.csv, agencies.csv, datasets.csv, city-platforms.csv, contractors.csv: all, or"
                    + " nothing.")
    int registry(@Parameters(paramLabel = "FOLDER", description = "Where the files are.") Path folder) {
        try (DatabaseAccess database = reach()) {
            String owner =
                    database.ownerUrl().orElseThrow(() -> new CommandException("GOVSHARE_DB_OWNER_URL is not set"));
            for (TableCount table : RegistryStock.load(owner, folder)) {
                out().printf("%s: %d rows read, %d new or changed%n", table.table(), table.read(), table.changed());
            }
        }
        return 0;
    }

    @Command(
            name = "records",
            mixinStandardHelpOptions = true,
            description = "Load a table (.csv or .tsv, .gz or not) into a dataset; rows that it lacks stay.",
            footerHeading =
                    "%nThe file is read to its end before a row is written: what is not UTF-8, no such table or cut off"
                            + " is refused whole. A row that cannot be taken is rejected, with its line, and the others are"
                            + " loaded; a key that more than one row bears rejects all of these rows. The rows read are"
                            + " those new, changed, unchanged and rejected together. The exit status is 1 when a row was"
                            + " rejected.%n")
    int records(
            @Option(names = "--dataset", required = true, description = "The catalogue entry's id.") String dataset,
            @Option(names = "--key", required = true, description = "The column that names a record.") String key,
            @Option(names = "--region", required = true, description = "The column with the six digits of its region.")
                    String region,
            @Parameters(paramLabel = "FILE", description = "UTF-8, with a line of column names.") Path file) {
        if (!Files.isReadable(file)) {
            throw new CommandException("the file " + file + " cannot be read");
        }
        if (!Files.isRegularFile(file)) {
            throw new CommandException(file + " is not a file; what comes through a pipe cannot be read twice");
        }
        try (DatabaseAccess database = reach()) {
            LoadReport report = new RecordFiles(database.appUrl()).load(dataset, RecordFile.of(file, key, region));
            print(report);
            return report.rejected() == 0 ? 0 : 1;
        }
    }

    private void print(LoadReport report) {
        out().printf(
                        "%d rows read: %d new, %d changed, %d unchanged, %d rejected%n",
                        report.rows(),
                        report.applied().inserted(),
                        report.applied().updated(),
                        report.applied().unchanged(),
                        report.rejected());
        if (report.byPrefix() > 0) {
            out().printf(
                            "%d rows have a region code that the table lacks; they go by its first four digits: %s%n",
                            report.byPrefix(),
                            String.join(" ", report.unknownRegions().keySet()));
        }
        report.regionNotes().forEach(out()::println);
        report.firstRejected().forEach(out()::println);
        long unnamed = report.rejected() - report.firstRejected().size();
        if (unnamed > 0) {
            out().println("and " + unnamed + " more rejected");
        }
    }

    private static DatabaseAccess reach() {
        Map<String, String> environment = System.getenv();
        return DatabaseAccess.reach(Home.open(environment), environment);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
