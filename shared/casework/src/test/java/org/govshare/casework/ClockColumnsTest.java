package org.govshare.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.Column;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.govshare.platform.sql.Sql;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/** What machines write of a clock in SQL is all that the table has and that people's side, the entity, maps. */
class ClockColumnsTest {
    private static final Set<String> NAMES =
            new TreeSet<>(List.of(ClockColumns.names().split(", ")));

    @Test
    void columns_areThoseOfTheTable() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.connect()) {
            List<String> names = Sql.on(connection, """
                            select attname from pg_attribute
                             where attrelid = 'govshare.case_clock'::regclass and attnum > 0 and not attisdropped
                            """).list(row -> row.getString(1));
            assertEquals(new TreeSet<>(names), NAMES);
        }
    }

    @Test
    void columns_areThoseOfTheEntity() {
        assertEquals(
                Arrays.stream(CaseClock.class.getFields())
                        .map(ClockColumnsTest::column)
                        .collect(Collectors.toCollection(TreeSet::new)),
                NAMES);
        assertEquals(NAMES, new TreeSet<>(ClockColumns.row(new CaseClock()).keySet()));
    }

    private static String column(Field field) {
        return Optional.ofNullable(field.getAnnotation(Column.class))
                .map(Column::name)
                .orElse(field.getName());
    }
}
