package org.govshare.standalone;

import java.util.concurrent.Callable;
import org.govshare.database.Migrations;
import org.govshare.platform.failure.CommandException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings a database of the operator's to this version's schema; {@code up} does so by itself. */
@Command(name = "migrate", description = "Run the migrations on the database at GOVSHARE_DB_OWNER_URL.")
final class MigrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String url = DatabaseAccess.ownerUrl(System.getenv())
                .orElseThrow(() -> new CommandException(
                        "GOVSHARE_DB_OWNER_URL is not set; 'govshare up' migrates its own database by itself"));
        spec.commandLine().getOut().println(Migrations.run(url) + " migrations run");
        return 0;
    }
}
