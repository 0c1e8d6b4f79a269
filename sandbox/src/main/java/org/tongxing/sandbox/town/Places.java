package org.tongxing.sandbox.town;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Enters the villages of the sample that the migrations do not know, and lets their townships follow the same plan. */
final class Places {

    private static final LocalDate SINCE = LocalDate.of(2000, 1, 1);
    private static final LocalDate FOLLOWS = LocalDate.of(2024, 3, 1);
    private static final String BOOK = "JB";

    private Places() {}

    static void write(List<Town> towns, Sql sql) throws SQLException {
        sql.runAll(
                "INSERT IGNORE INTO division (code, name, level, parent_code, starts_on) VALUES (?, ?, 'VILLAGE', ?, ?)",
                towns.stream()
                        .flatMap(town -> town.township().villages().stream())
                        .map(village -> Sql.row(village.code(), village.name(), village.township(), SINCE)));
        sql.runAll(
                """
                INSERT INTO adoption (division_code, book, starts_on, recorded_at)
                SELECT ?, ?, ?, ? FROM DUAL WHERE NOT EXISTS (
                  SELECT 1 FROM adoption known WHERE ? LIKE CONCAT(known.division_code, '%') AND known.book = ?)
                """,
                towns.stream()
                        .map(town -> Sql.row(
                                town.township().code(),
                                BOOK,
                                FOLLOWS,
                                FOLLOWS.atStartOfDay(),
                                town.township().code(),
                                BOOK)));
    }
}
