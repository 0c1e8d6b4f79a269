package org.tongxing.sandbox.town;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;

/** Writes when children were registered and left, with whom they were paired, and what was waived for it. */
record PairingHistory(Town town, OnFile onFile, Sql sql) {

    void write() throws SQLException {
        this.sql.runAll(
                "UPDATE child SET registered_on = ?, left_on = ?, left_reason = ? WHERE id = ?",
                this.town
                        .kids()
                        .map(kid -> Sql.row(
                                kid.registered,
                                kid.movedAway,
                                kid.movedAway == null ? null : "全家搬到城里",
                                this.onFile.id(kid))));
        this.sql.runAll(
                "UPDATE child_fact SET recorded_at = ?, recorded_by = ? WHERE child_id = ?",
                this.town
                        .kids()
                        .map(kid ->
                                Sql.row(kid.registered.atTime(9, 30), this.onFile.supervisor(), this.onFile.id(kid))));
        this.sql.runAll("""
                INSERT INTO pairing (child_id, family_id, kind, status, starts_on, ends_on, end_reason, hand_over,
                                     paired_by, paired_by_name, paired_at, decided_by, decided_at, ended_by, ended_at)
                VALUES (?, ?, 'FAMILY', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, this.town.bonds().map(this::bond));
        this.sql.runAll("""
                INSERT INTO pairing_waiver (pairing_id, clause, reason, approved_by, expires_on)
                SELECT id, ?, ?, ?, ? FROM pairing
                WHERE child_id = ? AND family_id = ? AND status IN ('ACTIVE', 'REQUESTED')
                """, this.town.bonds().flatMap(this::waiver));
    }

    private Sql.Row bond(Bond bond) {
        LocalDate until = bond.until;
        boolean waived = bond.waiver != null;
        LocalDateTime at = bond.asked
                ? this.town.day().minusDays(1).atTime(16, 20)
                : bond.from.minusDays(1).atTime(14, 40);
        return Sql.row(
                this.onFile.id(bond.kid),
                this.onFile.id(bond.family),
                bond.asked ? "REQUESTED" : until == null ? "ACTIVE" : "ENDED",
                bond.asked ? this.town.day() : bond.from,
                until,
                bond.reason,
                until != null && Bond.HELPER_LEFT.equals(bond.reason) ? "孩子认得路，家里门常开着，作业要人盯。" : null,
                this.onFile.supervisor(),
                OnFile.SUPERVISOR,
                at,
                waived && !bond.asked ? this.onFile.clerk() : null,
                waived && !bond.asked ? at.plusHours(1) : null,
                until == null ? null : this.onFile.clerk(),
                until == null ? null : until.atTime(11, 0));
    }

    private Stream<Sql.Row> waiver(Bond bond) {
        Bond.Waiver waiver = bond.waiver;
        return waiver == null
                ? Stream.empty()
                : Stream.of(Sql.row(
                        waiver.clause(),
                        waiver.reason(),
                        bond.asked ? null : this.onFile.clerk(),
                        waiver.expires(),
                        this.onFile.id(bond.kid),
                        this.onFile.id(bond.family)));
    }
}
