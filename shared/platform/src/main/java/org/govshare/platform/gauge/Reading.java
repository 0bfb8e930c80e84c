package org.govshare.platform.gauge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * The last answer of a measure's query; NaN before the first answer, after a failure, and when the answer is too old.
 */
final class Reading {
    private static final int SECONDS_TO_ANSWER = 5;
    private static final long NEVER = 0;

    private final Measure measure;
    private final Duration validity;
    private volatile Values last = new Values(new double[0], NEVER);

    /** @param validity how long an answer is shown; longer than the pause between two readings */
    Reading(Measure measure, Duration validity) {
        this.measure = measure;
        this.validity = validity;
    }

    private record Values(double[] numbers, long at) {}

    Measure measure() {
        return measure;
    }

    /** Never waits for the database. */
    double value(int column) {
        Values values = last;
        boolean valid = column < values.numbers.length && System.nanoTime() - values.at < validity.toNanos();
        return valid ? values.numbers[column] : Double.NaN;
    }

    /** Asks the database; forgets the last answer if it fails. */
    void take(DataSource database) throws SQLException {
        long at = System.nanoTime();
        try {
            last = new Values(read(database), at);
        } catch (SQLException | RuntimeException e) {
            last = new Values(new double[0], at);
            throw e;
        }
    }

    private double[] read(DataSource database) throws SQLException {
        List<Object> parameters = measure.parameters();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(measure.query())) {
            query.setQueryTimeout(SECONDS_TO_ANSWER);
            for (int i = 0; i < parameters.size(); i++) {
                query.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                double[] numbers = new double[measure.columns().size()];
                for (int i = 0; i < numbers.length; i++) {
                    double number = row.getDouble(i + 1);
                    numbers[i] = row.wasNull() ? Double.NaN : number;
                }
                return numbers;
            }
        }
    }
}
