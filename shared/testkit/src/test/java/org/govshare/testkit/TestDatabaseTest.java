package org.govshare.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void twoDatabases_shareNothingButTheMigrations() throws SQLException {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            try (Connection connection = one.connectAsOwner();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE only_here (n int)");
            }
            assertEquals("1", query(one, "SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'"));
            assertEquals("0", query(other, "SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'"));
            assertEquals("govshare", query(other, "SELECT current_schema()"));
        }
    }

    @Test
    void zone_differsFromTheJvms() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            assertEquals(TestDatabase.ZONE, query(database, "SHOW timezone"));
            assertNotEquals(TestDatabase.ZONE, TimeZone.getDefault().getID());
        }
    }

    private static String query(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
