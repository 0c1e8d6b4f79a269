package org.tongxing;

import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.tongxing.crypto.Vault;

/** Inserts rows of which only what matters is said; every other column that must have something gets something. */
final class Rows {

    private final Map<String, List<Map<String, Object>>> needed = new HashMap<>();
    private final JdbcTemplate jdbc;
    private final Vault vault;

    Rows(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @return the generated id, or 0 where the table gives none */
    long insert(String table, Object... columnsAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        this.needed
                .computeIfAbsent(table, asked -> this.jdbc.queryForList("""
                        SELECT column_name AS name, data_type AS type
                        FROM information_schema.columns
                        WHERE table_schema = DATABASE() AND table_name = ? AND is_nullable = 'NO' AND column_default IS NULL
                          AND extra NOT LIKE '%auto_increment%' AND extra NOT LIKE '%GENERATED%'
                        """, asked))
                .forEach(column ->
                        values.put((String) column.get("name"), something((String) column.get("name"), (String)
                                column.get("type"))));
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            values.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        List<String> columns = new ArrayList<>(values.keySet());
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", columns.stream().map(column -> "?").toList()) + ")";
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        this.jdbc.update(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
                    for (int i = 0; i < columns.size(); i++) {
                        statement.setObject(i + 1, values.get(columns.get(i)));
                    }
                    return statement;
                },
                key);
        return key.getKeyList().isEmpty() || key.getKeyList().get(0).isEmpty()
                ? 0
                : ((Number) key.getKeyList().get(0).values().iterator().next()).longValue();
    }

    String sealed(String words) {
        return this.vault.seal(words);
    }

    private Object something(String column, String type) {
        return switch (type) {
            case "bigint", "int", "smallint", "tinyint" -> 0;
            case "date" -> LocalDate.now(TongxingApplication.ZONE);
            case "datetime" -> LocalDateTime.now(TongxingApplication.ZONE);
            case "mediumblob", "blob", "longblob" -> new byte[0];
            case "char" -> unique(column);
            default ->
                column.endsWith("_sealed") ? this.vault.seal("试") : column.endsWith("_key") ? unique(column) : "试";
        };
    }

    private static String unique(String column) {
        String one = UUID.randomUUID().toString();
        return column.endsWith("digest") ? Vault.sm3(one) : one;
    }
}
