package org.govshare.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One statement with its values by name, {@code :name}, and its rows read; on the caller's connection and in its transaction.
 * A name may occur in the statement several times. A statement runs only when each of its names has a value and each value a
 * name: else {@link IllegalArgumentException}, which names it.
 */
public final class Sql {

    /** Makes something of the row that the result is at. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Takes the row that the result is at. */
    @FunctionalInterface
    public interface RowUse {
        void take(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final SqlText text;
    private final Map<String, Object> values = new HashMap<>();
    private int fetch;
    private boolean second;

    private Sql(Connection connection, String text) {
        this.connection = connection;
        this.text = SqlText.of(text);
    }

    public static Sql on(Connection connection, String text) {
        return new Sql(connection, text);
    }

    /** A value, or null. An {@link Instant} is bound as a timestamptz, a {@code String[]} as a text array. */
    public Sql bind(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** A value for a statement that is written elsewhere and may or may not name it. */
    public Sql offer(String name, Object value) {
        return text.distinct().contains(name) ? bind(name, value) : this;
    }

    /** Several values, each under its name. */
    public Sql bindAll(Map<String, ?> named) {
        values.putAll(named);
        return this;
    }

    /** An array of a type of the database, such as {@code uuid}. */
    public Sql array(String name, String type, Collection<?> elements) {
        return bind(name, new TypedArray(type, elements.toArray()));
    }

    /**
     * One column of rows that the statement takes as a set: an array of texts, which PostgreSQL's driver sends in binary where
     * it writes all others out and escapes them. The statement casts: {@code unnest(cast(:id as uuid[]), …)}. The values are
     * bound as they print; a null stays null.
     */
    public <T> Sql column(String name, Collection<T> rows, Function<? super T, ?> value) {
        return bind(
                name,
                rows.stream()
                        .map(value)
                        .map(cell -> Objects.toString(cell, null))
                        .toArray(String[]::new));
    }

    /** How many rows to hold at once where the result may be long; works in a transaction only. */
    public Sql fetch(int rows) {
        fetch = rows;
        return this;
    }

    /** Reads the rows of the second of two statements in the text. */
    public Sql second() {
        second = true;
        return this;
    }

    /** How many rows it touched. */
    public int update() throws SQLException {
        try (PreparedStatement statement = prepare()) {
            return statement.executeUpdate();
        }
    }

    /** Runs it, whatever it answers. */
    public void run() throws SQLException {
        try (PreparedStatement statement = prepare()) {
            statement.execute();
        }
    }

    /** All rows, in their order; bind a limit. */
    public <T> List<T> list(Row<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(row -> rows.add(reader.of(row)));
        return rows;
    }

    /** Each row, in their order, without keeping any. */
    public void each(RowUse use) throws SQLException {
        read(rows -> {
            while (rows.next()) {
                use.take(rows);
            }
            return null;
        });
    }

    /** The first row; empty also where the reader makes null of it. */
    public <T> Optional<T> first(Row<T> reader) throws SQLException {
        return read(rows -> rows.next() ? Optional.ofNullable(reader.of(rows)) : Optional.empty());
    }

    /** The row of a statement that always has one. */
    public <T> T one(Row<T> reader) throws SQLException {
        return read(rows -> {
            if (!rows.next()) {
                throw new IllegalStateException("the statement has no row: " + text.driver());
            }
            return reader.of(rows);
        });
    }

    /** Whether there is a row. */
    public boolean any() throws SQLException {
        return read(ResultSet::next);
    }

    /** What the reader makes of the result, which is before the first row and is closed afterwards. */
    public <T> T read(Row<T> reader) throws SQLException {
        try (SqlRows rows = open()) {
            return reader.of(rows.result());
        }
    }

    /** The result, before its first row, for a caller that closes it. */
    public SqlRows open() throws SQLException {
        PreparedStatement statement = prepare();
        try {
            if (!second) {
                return new SqlRows(statement, statement.executeQuery());
            }
            statement.execute();
            statement.getMoreResults();
            return new SqlRows(statement, statement.getResultSet());
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /**
     * The same statement for each of the rows, sent together.
     *
     * @param binder binds a row's values to the statement
     * @return how many rows of the database it touched
     */
    public static <T> int batch(Connection connection, String text, Collection<T> rows, BiConsumer<Sql, T> binder)
            throws SQLException {
        Sql sql = on(connection, text);
        try (PreparedStatement statement = connection.prepareStatement(sql.text.driver())) {
            for (T row : rows) {
                sql.values.clear();
                binder.accept(sql, row);
                sql.set(statement);
                statement.addBatch();
            }
            return Arrays.stream(statement.executeBatch()).sum();
        }
    }

    private PreparedStatement prepare() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.driver());
        try {
            if (fetch > 0) {
                statement.setFetchSize(fetch);
            }
            set(statement);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private void set(PreparedStatement statement) throws SQLException {
        if (!values.keySet().equals(text.distinct())) {
            throw new IllegalArgumentException("values " + values.keySet() + " for the names " + text.distinct());
        }
        List<String> names = text.names();
        for (int i = 0; i < names.size(); i++) {
            set(statement, i + 1, values.get(names.get(i)));
        }
    }

    private void set(PreparedStatement statement, int at, Object value) throws SQLException {
        if (value instanceof Instant moment) {
            statement.setObject(at, moment.atOffset(ZoneOffset.UTC));
        } else if (value instanceof String[] texts) {
            statement.setArray(at, connection.createArrayOf("text", texts));
        } else if (value instanceof TypedArray array) {
            statement.setArray(at, connection.createArrayOf(array.type(), array.elements()));
        } else {
            statement.setObject(at, value);
        }
    }

    private record TypedArray(String type, Object[] elements) {}
}
