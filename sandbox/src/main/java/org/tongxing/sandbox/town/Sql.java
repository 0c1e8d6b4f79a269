package org.tongxing.sandbox.town;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, many rows at a time. */
final class Sql {

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** A row of values, some of them null. */
    static Row row(@Nullable Object... values) {
        return new Row(values);
    }

    /** Runs one statement once. */
    void run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    /** Runs one statement once for every row, all together. */
    void runAll(String sql, Stream<Sql.Row> rows) throws SQLException {
        List<Sql.Row> all = rows.toList();
        if (all.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
            for (Row row : all) {
                bind(statement, row.values());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** What two columns say: ids by names. */
    Map<String, Long> ids(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
            bind(statement, values);
            Map<String, Long> ids = new HashMap<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    ids.put(result.getString(1), result.getLong(2));
                }
            }
            return ids;
        }
    }

    boolean any(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** The values of one row, in the order of the statement's question marks. */
    record Row(@Nullable Object[] values) {}
}
