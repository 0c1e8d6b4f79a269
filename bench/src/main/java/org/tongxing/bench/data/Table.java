package org.tongxing.bench.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the rows of a table are copied to other villages: {@code t} is the row, {@code m} the pattern village with the village
 * it becomes, {@code s} the number of its own a copy gets.
 */
final class Table {

    private final String name;
    private final Map<String, String> values = new HashMap<>();
    private String village = "";
    private String joins = "";
    private String secrets = "";

    private Table(String name) {
        this.name = name;
    }

    static Table of(String name) {
        return new Table(name);
    }

    /** Columns that hold an id of a copied row. */
    Table shifting(String... columns) {
        for (String column : columns) {
            this.values.put(column, "t." + column + " + m.round * " + Copies.STRIDE);
        }
        return this;
    }

    Table setting(String column, String expression) {
        this.values.put(column, expression);
        return this;
    }

    /** The column with the code of the village. */
    Table in(String column) {
        this.village = "t." + column;
        return setting(column, "m.village");
    }

    /** The same for a table without one: by whose village its rows go. */
    Table with(String column, String parent) {
        return via("JOIN " + parent + " p ON p.id = t." + column, "p.village_code");
    }

    Table via(String joins, String village) {
        this.joins = joins;
        this.village = village;
        return this;
    }

    /** The columns of something secret that no two people share, and the id of the person. */
    Table secret(String sealed, String digest, String whose, String kind) {
        this.secrets = "LEFT JOIN bench_secret s ON s.round = m.round AND s.kind = '%s' AND s.id = t.%s"
                .formatted(kind, whose);
        return setting(sealed, "s.sealed").setting(digest, "s.digest");
    }

    /** Copies the pattern's rows of a round, all columns but those the database computes. */
    void copy(Connection connection, int round) throws SQLException {
        List<String> columns = columns(connection);
        List<String> selected = columns.stream()
                .map(column -> this.values.getOrDefault(column, "t." + column))
                .toList();
        String key = columns.contains("id") ? "id" : columns.contains("visit_id") ? "visit_id" : "child_id";
        String own = columns.contains(key) ? " AND t." + key + " < " + Copies.STRIDE : "";
        String sql = """
                INSERT INTO %s (%s) SELECT %s FROM %s t %s JOIN bench_copy m ON m.pattern = %s AND m.round = ? %s
                WHERE TRUE%s
                """.formatted(
                        this.name,
                        String.join(", ", columns),
                        String.join(", ", selected),
                        this.name,
                        this.joins,
                        this.village,
                        this.secrets,
                        own);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, round);
            statement.executeUpdate();
        }
    }

    private List<String> columns(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT column_name FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = ? AND COALESCE(generation_expression, '') = ''
                ORDER BY ordinal_position
                """)) {
            statement.setString(1, this.name);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }
}
