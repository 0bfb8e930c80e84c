package org.govshare.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.govshare.platform.failure.CommandException;
import org.govshare.platform.sql.Sql;
import org.govshare.registry.load.LoadFault;
import org.govshare.registry.load.LoadOutcome;
import org.govshare.registry.load.LoadOutcome.Loaded;
import org.govshare.registry.load.LoadOutcome.Refused;
import org.govshare.registry.load.LoadOutcome.TableCount;
import org.govshare.registry.load.RegistryLoad;

/** Fills the registry: with what is built in, on the first start, or from an operator's files. */
final class RegistryStock {
    private static final int SHOWN = 20;

    private RegistryStock() {}

    /** Loads what is built in unless there is an agency already; an operator's own registry is never touched. */
    static void fillIfEmpty(String ownerUrl) {
        try (Connection connection = DriverManager.getConnection(ownerUrl)) {
            if (isEmpty(connection)) {
                counts(RegistryLoad.builtIn().into(connection));
            }
        } catch (IOException | SQLException e) {
            throw new CommandException("the built-in registry cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Loads a folder of CSV files, all of it or, with every fault named, nothing. */
    static List<TableCount> load(String ownerUrl, Path folder) {
        try (Connection connection = DriverManager.getConnection(ownerUrl)) {
            return counts(RegistryLoad.from(folder).into(connection));
        } catch (IOException | SQLException e) {
            throw new CommandException("the registry cannot be loaded from " + folder + ": " + e.getMessage(), e);
        }
    }

    private static List<TableCount> counts(LoadOutcome outcome) {
        if (outcome instanceof Loaded loaded) {
            return loaded.tables();
        }
        List<LoadFault> faults = ((Refused) outcome).faults();
        String shown = faults.stream()
                .limit(SHOWN)
                .map(LoadFault::toString)
                .collect(Collectors.joining(System.lineSeparator()));
        throw new CommandException(
                "nothing was loaded, " + faults.size() + " faults:" + System.lineSeparator() + shown);
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        return !Sql.on(connection, "SELECT FROM agency LIMIT 1").any();
    }
}
