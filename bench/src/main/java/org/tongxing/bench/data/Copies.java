package org.tongxing.bench.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/**
 * A province out of the villages that were made one by one: each copy lives in another village, has ids of its own and, where
 * something must be unique, an ID number and phones of its own. A round copies all pattern villages once, in one transaction
 * and inside the database.
 */
final class Copies {

    /** Between the ids of one round and the next; the pattern's own are all below. */
    static final long STRIDE = 1_000_000_000;

    private static final String A_KEY = "INSERT(t.idempotency_key, 1, 8, LPAD(HEX(m.round), 8, '0'))";

    /** Parents and children before those who point to them: villages are looked up through these. */
    private static final List<Table> TABLES = List.of(
            Table.of("household")
                    .shifting("id")
                    .in("village_code")
                    .setting("fingerprint", "SHA2(CONCAT(t.fingerprint, m.round), 256)"),
            Table.of("child")
                    .shifting("id", "household_id")
                    .in("village_code")
                    .secret("id_number_sealed", "id_number_digest", "id", "ID"),
            Table.of("child_fact").shifting("id", "child_id").with("child_id", "child"),
            Table.of("child_category").shifting("child_id").with("child_id", "child"),
            Table.of("child_tier").shifting("child_id").with("child_id", "child"),
            Table.of("adult")
                    .shifting("id", "child_id")
                    .with("child_id", "child")
                    .secret("phone_sealed", "phone_digest", "id", "ADULT"),
            Table.of("unit")
                    .setting("id", "t.id + m.round * 1000")
                    .setting("name", "CONCAT(t.name, m.round)")
                    .setting("division_code", "LEFT(m.village, 9)")
                    .via(
                            "JOIN (SELECT DISTINCT unit_id, linked_village FROM cadre_family WHERE id < " + STRIDE
                                    + ") f ON f.unit_id = t.id",
                            "f.linked_village"),
            Table.of("cadre_family")
                    .shifting("id")
                    .in("linked_village")
                    .setting("unit_id", "t.unit_id + m.round * 1000")
                    .setting("division_code", "LEFT(m.village, 9)")
                    .secret("phone_sealed", "phone_digest", "id", "FAMILY"),
            Table.of("family_adult")
                    .shifting("id", "family_id")
                    .via("JOIN cadre_family f ON f.id = t.family_id", "f.linked_village"),
            Table.of("membership")
                    .shifting("id", "phone_account_id", "family_id", "adult_id", "child_id")
                    .setting("division_code", "LEFT(m.village, LENGTH(t.division_code))")
                    .via(
                            "LEFT JOIN child c ON c.id = t.child_id LEFT JOIN cadre_family f ON f.id = t.family_id",
                            "COALESCE(c.village_code, f.linked_village)"),
            Table.of("phone_account")
                    .shifting("id")
                    .setting("openid", "CONCAT('bench-', t.id + m.round * " + STRIDE + ")")
                    .via("""
                            JOIN membership tie ON tie.phone_account_id = t.id
                            LEFT JOIN child c ON c.id = tie.child_id LEFT JOIN cadre_family f ON f.id = tie.family_id
                            """, "COALESCE(c.village_code, f.linked_village)")
                    .secret("phone_sealed", "phone_digest", "id", "FAMILY"),
            Table.of("pairing").shifting("id", "child_id", "family_id").with("child_id", "child"),
            Table.of("visit")
                    .shifting("id", "family_id", "recorded_by")
                    .setting("idempotency_key", A_KEY)
                    .via("JOIN cadre_family f ON f.id = t.family_id", "f.linked_village"),
            Table.of("visit_child").shifting("visit_id", "child_id").with("child_id", "child"),
            Table.of("contact")
                    .shifting("id", "child_id", "adult_id", "recorded_by")
                    .setting("idempotency_key", A_KEY)
                    .with("child_id", "child"),
            Table.of("coverage_cell").in("village_code"),
            Table.of("child_standing").shifting("child_id", "pairing_id").in("village_code"));

    private final Vault vault;

    Copies(Vault vault) {
        this.vault = vault;
    }

    /** Writes down which pattern village becomes which, in which round. */
    static int plan(Connection connection, List<DivisionCode> villages, int pattern) throws SQLException {
        for (String sql : List.of("DROP TABLE IF EXISTS bench_copy, bench_secret", """
                CREATE TABLE bench_copy (round INT NOT NULL, pattern VARCHAR(12) NOT NULL, village VARCHAR(12) NOT NULL,
                  PRIMARY KEY (round, pattern))
                """, """
                CREATE TABLE bench_secret (kind VARCHAR(8) NOT NULL, id BIGINT NOT NULL, round INT NOT NULL,
                  sealed VARCHAR(200) NOT NULL, digest CHAR(64) NOT NULL, PRIMARY KEY (round, kind, id))
                """)) {
            Generator.run(connection, sql);
        }
        try (Inserts rows =
                new Inserts(connection, "INSERT INTO bench_copy (round, pattern, village) VALUES (?, ?, ?)")) {
            for (int i = pattern; i < villages.size(); i++) {
                rows.add(
                        i / pattern,
                        villages.get(i % pattern).value(),
                        villages.get(i).value());
            }
        }
        return (villages.size() - 1) / pattern;
    }

    /** @param round from 1; a transaction of the caller's */
    void make(Connection connection, int round) throws SQLException {
        secrets(connection, round);
        for (Table table : TABLES) {
            table.copy(connection, round);
        }
    }

    private void secrets(Connection connection, int round) throws SQLException {
        try (Inserts secrets = new Inserts(
                connection, "INSERT INTO bench_secret (kind, id, round, sealed, digest) VALUES (?, ?, ?, ?, ?)")) {
            each(connection, "SELECT id, birth_on, sex FROM child WHERE id < " + STRIDE, (row, i) -> {
                String number = Kids.idNumber(
                        number(round, i), row.getObject(2, LocalDate.class), Sex.valueOf(row.getString(3)));
                add(secrets, "ID", row.getLong(1), round, number);
            });
            each(
                    connection,
                    "SELECT id FROM adult WHERE phone_digest IS NOT NULL AND id < " + STRIDE,
                    (row, i) -> add(secrets, "ADULT", row.getLong(1), round, "143%08d".formatted(number(round, i))));
            each(
                    connection,
                    "SELECT id FROM cadre_family WHERE id < " + STRIDE,
                    (row, i) -> add(secrets, "FAMILY", row.getLong(1), round, "142%08d".formatted(number(round, i))));
        }
    }

    /** Rounds are of 10,000 people at most. */
    private static long number(int round, int i) {
        return round * 10_000L + i;
    }

    private void add(Inserts secrets, String kind, long id, int round, String value) throws SQLException {
        secrets.add(kind, id, round, this.vault.seal(value), this.vault.digest(value));
    }

    private static void each(Connection connection, String sql, Rows rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql + " ORDER BY id");
                ResultSet row = statement.executeQuery()) {
            for (int i = 0; row.next(); i++) {
                rows.take(row, i);
            }
        }
    }

    private interface Rows {
        void take(ResultSet row, int i) throws SQLException;
    }
}
