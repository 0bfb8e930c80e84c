package org.govshare.platform.gauge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.govshare.platform.gauge.Measure.Column;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What gauges show while a database answers, answers in part, and does not answer. */
class MeasuresTest {
    private final TestDatabase database = TestDatabase.create();
    private final SimpleMeterRegistry shown = new SimpleMeterRegistry();
    private boolean dropped;

    @BeforeEach
    void tableOfItsOwn() throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table govshare.message (id bigint)");
            statement.execute("grant select, insert on govshare.message to govshare_app");
        }
    }

    @AfterEach
    void close() {
        if (!dropped) {
            database.close();
        }
    }

    @Test
    void gauges_showTheLastReading_andThenTheNext() throws SQLException {
        Measures measures = measures("15s", messages());
        assertEquals(Double.NaN, value("test.messages"), "nothing has been read");

        measures.read();
        assertEquals(0, value("test.messages"));
        assertEquals(Double.NaN, value("test.nothing"), "null is no number");
        assertEquals("seconds", shown.get("test.nothing").gauge().getId().getBaseUnit());

        put();
        assertEquals(0, value("test.messages"), "a look asks nobody");
        measures.read();
        assertEquals(1, value("test.messages"));
    }

    @Test
    void databaseAway_isNaN_neverAnOldValue() throws SQLException {
        Measures measures = measures("15s", messages());
        put();
        measures.read();
        assertEquals(1, value("test.messages"));

        database.close();
        dropped = true;
        measures.read();
        assertEquals(Double.NaN, value("test.messages"));
    }

    @Test
    void measureThatFails_leavesTheOthers() {
        Measures measures =
                measures("15s", measure("select no_such_column", Column.count("test.broken", "")), messages());
        measures.read();
        assertEquals(Double.NaN, value("test.broken"));
        assertEquals(0, value("test.messages"));
    }

    @Test
    void readingThatIsTooOld_isNaN() throws Exception {
        Measures measures = measures("0.1s", messages());
        measures.read();
        assertEquals(0, value("test.messages"));
        Thread.sleep(450);
        assertEquals(Double.NaN, value("test.messages"), "four intervals without a reading: it hangs");
    }

    @Test
    void switchedOff_isNaN() {
        Measures measures = measures("off", messages());
        measures.read();
        assertEquals(Double.NaN, value("test.messages"));
    }

    @Test
    void parameters_areBoundInOrder() {
        Measure days = new Measure() {
            @Override
            public List<Column> columns() {
                return List.of(Column.count("test.days", "Days between"));
            }

            @Override
            public String query() {
                return "select cast(? as date) - cast(? as date)";
            }

            @Override
            public List<Object> parameters() {
                return List.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 2, 1));
            }
        };
        measures("15s", days).read();
        assertEquals(28, value("test.days"));
    }

    private Measures measures(String every, Measure... measures) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.appUrl());
        Measures read = new Measures((DataSource) source, List.of(measures), every);
        read.register(null, shown);
        return read;
    }

    private double value(String gauge) {
        return shown.get(gauge).gauge().value();
    }

    private static Measure messages() {
        return measure(
                "select count(*), null from govshare.message",
                Column.count("test.messages", "Messages"),
                Column.seconds("test.nothing", "Nothing"));
    }

    private static Measure measure(String query, Column... columns) {
        return new Measure() {
            @Override
            public List<Column> columns() {
                return List.of(columns);
            }

            @Override
            public String query() {
                return query;
            }
        };
    }

    private void put() throws SQLException {
        try (Connection app = database.connect();
                Statement statement = app.createStatement()) {
            statement.execute("insert into govshare.message values (1)");
        }
    }
}
