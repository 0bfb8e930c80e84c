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
 * One statement with values by name, {@code :name}, and explicit reading of its rows. It runs on the caller's
 * connection and in its transaction. A name may occur in the statement several times. If a name has no value, or a
 * value has no name, the statement does not run and an {@link IllegalArgumentException} names it.
 */
public final class Sql {

    /** Reads the current row of the result. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Takes the current row of the result. */
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

    /** Binds a value for a statement from elsewhere that may or may not have the name. */
    public Sql offer(String name, Object value) {
        return text.distinct().contains(name) ? bind(name, value) : this;
    }

    /** Binds several values, each under its name. */
    public Sql bindAll(Map<String, ?> named) {
        values.putAll(named);
        return this;
    }

    /** Binds an array of a type of the database, such as {@code uuid}. */
    public Sql array(String name, String type, Collection<?> elements) {
        return bind(name, new TypedArray(type, elements.toArray()));
    }

    /**
     * Binds one column of rows that the statement takes as a set. It is an array of texts, because PostgreSQL's driver
     * sends these in binary and escapes all others as text. The statement casts it: {@code unnest(cast(:id as uuid[]),
     * …)}. Each value is bound as its {@code toString}; a null stays null.
     */
    public <T> Sql column(String name, Collection<T> rows, Function<? super T, ?> value) {
        return bind(
                name,
                rows.stream()
                        .map(value)
                        .map(cell -> Objects.toString(cell, null))
                        .toArray(String[]::new));
    }

    /** The number of rows to hold in memory at once; for long results, and only in a transaction. */
    public Sql fetch(int rows) {
        fetch = rows;
        return this;
    }

    /** Reads the rows of the second of two statements in the text. */
    public Sql second() {
        second = true;
        return this;
    }

    /** Runs the statement and returns how many rows it changed. */
    public int update() throws SQLException {
        try (PreparedStatement statement = prepare()) {
            return statement.executeUpdate();
        }
    }

    /** Runs the statement and ignores its result. */
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

    /** Passes on each row in order, without keeping any. */
    public void each(RowUse use) throws SQLException {
        read(rows -> {
            while (rows.next()) {
                use.take(rows);
            }
            return null;
        });
    }

    /** The first row; also empty if the reader returns null. */
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

    /** Whether the statement returns a row. */
    public boolean any() throws SQLException {
        return read(ResultSet::next);
    }

    /** The reader's result. The reader gets the result before its first row; it is closed afterwards. */
    public <T> T read(Row<T> reader) throws SQLException {
        try (SqlRows rows = open()) {
            return reader.of(rows.result());
        }
    }

    /** The result before its first row; the caller must close it. */
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
     * Runs the same statement for each of the rows, sent together.
     *
     * @param binder binds a row's values to the statement
     * @return how many rows of the database it changed
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
