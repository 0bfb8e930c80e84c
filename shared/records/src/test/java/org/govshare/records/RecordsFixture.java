package org.govshare.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.platform.sql.Transactions;
import org.govshare.testkit.TestDatabase;

/** A database with two cities of Hebei, a county each, and one dataset. */
public final class RecordsFixture implements AutoCloseable {
    public static final String DATASET = "communities";
    public static final String SHIJIAZHUANG = "130100";
    public static final String TANGSHAN = "130200";
    public static final String CHANGAN = "130102";
    public static final String LUNAN = "130202";
    public static final String NOT_IN_TABLE = "130171";
    public static final LocalDate DAY = LocalDate.of(2025, 9, 1);
    public static final Instant AT = Instant.parse("2025-09-01T02:00:00Z");
    public static final String AGENCY = "11130000DEMO00001X";

    private final TestDatabase database = TestDatabase.create();

    public RecordsFixture() {
        try (Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into region (code, level, name, parent_code) values
                      ('130000', 'province', '河北省', null),
                      ('130100', 'city', '石家庄市', '130000'), ('130102', 'county', '长安区', '130100'),
                      ('130200', 'city', '唐山市', '130000'), ('130202', 'county', '路南区', '130200')""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A county of Tangshan that ended on a day; its successor's code, or none. */
    public void endedCounty(String code, LocalDate on, String successor) {
        try (Connection connection = database.connectAsOwner();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into region (code, level, name, parent_code, valid_to, successor_code)
                        values (?, 'county', '旧县', '130200', ?, ?)""")) {
            insert.setString(1, code);
            insert.setObject(2, on);
            insert.setString(3, successor);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A catalogue entry for the dataset with these data items. */
    public void entry(String... items) {
        String fields = Stream.of(items)
                .map(item -> "{\"name\": \"" + item + "\", \"title\": \"x\", \"type\": \"string\"}")
                .collect(Collectors.joining(",", "[", "]"));
        try (Connection connection = database.connectAsOwner();
                PreparedStatement insert = connection.prepareStatement("""
                        with provider as (
                          insert into agency (credit_code, name, name_en, short_name, region_code, kind)
                          values (?, '甲', 'A', '甲', '130000', 'agency') returning credit_code)
                        insert into dataset (id, title, title_en, content, provider_code, share_class,
                          update_frequency, security_level, scope_of_use, record_type, fields)
                        select ?, 'x', 'x', 'x', credit_code, 'UNCONDITIONAL', 'daily', 1, 'x', 'x', ?::jsonb
                        from provider""")) {
            insert.setString(1, "Y1130000FAKE000019");
            insert.setString(2, DATASET);
            insert.setString(3, fields);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Connection connect() throws SQLException {
        return database.connect();
    }

    /** A connection whose transaction the test ends itself. */
    public Connection begin() throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        return connection;
    }

    public Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T callInNew(Work<T> work) {
                try (Connection connection = begin()) {
                    T result = work.on(connection);
                    connection.commit();
                    return result;
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    public Applied apply(RecordChange... changes) {
        return transactions().callInNew(c -> Records.apply(c, DATASET, List.of(changes), DAY, AT));
    }

    public static RecordChange put(String key, String region, String name) {
        return RecordChange.upsert(key, region, payload(name));
    }

    public static ObjectNode payload(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("town", "建北街道");
    }

    @Override
    public void close() {
        database.close();
    }
}
