package org.govshare.standalone;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.govshare.exchange.LoadReport;
import org.govshare.exchange.RecordFile;
import org.govshare.exchange.RecordLoad;
import org.govshare.platform.failure.CommandException;
import org.govshare.platform.sql.Sql;
import org.govshare.platform.sql.Transactions;
import org.govshare.platform.time.TimeSources;
import org.govshare.regulation.calendar.WorkingCalendar;

/** Loads a dataset's records without the server; what changed is found by the back-flow's own sweep. */
final class RecordFiles implements Transactions {
    private final String url;

    RecordFiles(String url) {
        this.url = url;
    }

    LoadReport load(String dataset, RecordFile file) {
        if (!callInNew(connection -> exists(connection, dataset))) {
            throw new CommandException("no dataset '" + dataset + "' in the registry");
        }
        Instant wallNow = TimeSources.wall().instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = WorkingCalendar.builtIn().dayOf(wallNow);
        try {
            return new RecordLoad(this, today, wallNow).load(dataset, file, progress -> {});
        } catch (UncheckedIOException e) {
            throw new CommandException(e.getMessage(), e);
        }
    }

    @Override
    public <T> T callInNew(Work<T> work) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new CommandException("the database refused: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String dataset) throws SQLException {
        return Sql.on(connection, "SELECT 1 FROM dataset WHERE id = :id")
                .bind("id", dataset)
                .any();
    }
}
