package org.tongxing.sandbox.town;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes when families joined, were checked and left, and since when their units are linked to their villages. */
record FamilyHistory(Town town, OnFile onFile, Sql sql) {

    private static final int GRACE_DAYS = 90;

    void write() throws SQLException {
        this.sql.runAll(
                """
                UPDATE cadre_family SET joined_on = ?, screening_due_on = ?, state = ?, left_on = ?, capacity = ?
                WHERE id = ?
                """,
                this.town.families().stream()
                        .map(family -> Sql.row(
                                family.joined,
                                family.joined.plusDays(GRACE_DAYS),
                                family.left == null ? "CONFIRMED" : "LEFT",
                                family.left,
                                family.lowered == null ? family.capacity : family.lowered,
                                this.onFile.id(family))));
        this.sql.run(
                """
                UPDATE unit_village v JOIN unit u ON u.id = v.unit_id
                SET v.starts_on = ?, v.supported = v.village_code IN ('511304114205', '511304114222')
                WHERE u.division_code = ?
                """,
                this.town.day().minusYears(3).withDayOfYear(1),
                this.town.township().code());
        this.sql.runAll("""
                INSERT INTO family_adult (family_id, name, relation, visits, screened_on, screening, recorded_by, recorded_at)
                VALUES (?, ?, ?, TRUE, ?, ?, ?, ?)
                """, this.town.families().stream().flatMap(this::adults));
        this.sql.runAll(
                "INSERT INTO family_move (family_id, kind, on_day, detail, by_id, at) VALUES (?, ?, ?, ?, ?, ?)",
                this.town.families().stream().flatMap(this::moves));
    }

    private Stream<Sql.Row> adults(Family family) {
        return family.spouse == null
                ? Stream.of(adult(family, family.cadre, "本人"))
                : Stream.of(adult(family, family.cadre, "本人"), adult(family, family.spouse, "配偶"));
    }

    private Sql.Row adult(Family family, String name, String relation) {
        LocalDate screened = family.screened;
        return Sql.row(
                this.onFile.id(family),
                name,
                relation,
                screened,
                screened == null ? null : "CLEAR",
                screened == null ? null : this.onFile.supervisor(),
                screened == null ? null : screened.atTime(15, 10));
    }

    private Stream<Sql.Row> moves(Family family) {
        List<Sql.Row> moves = new ArrayList<>();
        moves.add(move(family, "CONFIRMED", family.joined, null));
        if (family.screened != null) {
            moves.add(move(family, "SCREENED", family.screened, null));
        }
        if (family.lowered != null) {
            moves.add(move(family, "CAPACITY", this.town.day().minusDays(6), family.capacity + " → " + family.lowered));
        }
        if (family.left != null) {
            moves.add(move(family, "LEFT", family.left, "调到区里工作"));
        }
        return moves.stream();
    }

    private Sql.Row move(Family family, String kind, LocalDate on, @Nullable String detail) {
        return Sql.row(this.onFile.id(family), kind, on, detail, this.onFile.clerk(), on.atTime(10, 5));
    }
}
