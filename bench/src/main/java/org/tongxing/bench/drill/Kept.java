package org.tongxing.bench.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads from the database what is kept of the deeds of a drill, and what must hold between its tables. */
public final class Kept {

    private static final Map<Deed, String> ROWS = new EnumMap<>(Deed.class);
    private static final Map<String, String> INVARIANTS = new LinkedHashMap<>();

    static {
        ROWS.put(Deed.VISIT, """
                SELECT v.idempotency_key, COUNT(*), SUM(
                  EXISTS (SELECT 1 FROM visit_child c WHERE c.visit_id = v.id)
                  AND EXISTS (SELECT 1 FROM visit_promise p WHERE p.visit_id = v.id)
                  AND EXISTS (SELECT 1 FROM difficulty d JOIN difficulty_child k ON k.difficulty_id = d.id
                              WHERE d.visit_id = v.id))
                FROM visit v WHERE v.recorded_at >= ? GROUP BY v.idempotency_key
                """);
        ROWS.put(Deed.VISIT_WITH_PHOTO, """
                SELECT v.idempotency_key, COUNT(*), SUM(
                  EXISTS (SELECT 1 FROM visit_child c WHERE c.visit_id = v.id)
                  AND EXISTS (SELECT 1 FROM photo p WHERE p.attached_to = CONCAT('visit:', v.id)))
                FROM visit v WHERE v.recorded_at >= ? GROUP BY v.idempotency_key
                """);
        ROWS.put(Deed.CONTACT, """
                SELECT idempotency_key, COUNT(*), SUM(undone_at IS NULL) FROM contact WHERE recorded_at >= ?
                GROUP BY idempotency_key
                """);
        ROWS.put(Deed.DANGER, """
                SELECT idempotency_key, COUNT(*), COUNT(*) FROM danger_report WHERE received_at >= ?
                GROUP BY idempotency_key
                """);
        ROWS.put(Deed.CLAIM, """
                SELECT CONCAT(k.wish_id, ':', k.phone_account_id), COUNT(*), LEAST(COUNT(*), MAX(
                  (SELECT COUNT(*) FROM wish_step s WHERE s.wish_id = k.wish_id
                   AND s.phone_account_id = k.phone_account_id AND s.step = 'CLAIMED')))
                FROM wish_claim k WHERE k.claimed_at >= ? GROUP BY k.wish_id, k.phone_account_id
                """);
        ROWS.put(Deed.GIVE_BACK, """
                SELECT CONCAT(k.wish_id, ':', k.phone_account_id), COUNT(*), LEAST(COUNT(*), MAX(
                  (SELECT COUNT(*) FROM wish_step s WHERE s.wish_id = k.wish_id
                   AND s.phone_account_id = k.phone_account_id AND s.step = 'RELEASED')))
                FROM wish_claim k WHERE k.claimed_at >= ? AND k.outcome = 'GIVEN_BACK'
                GROUP BY k.wish_id, k.phone_account_id
                """);
        ROWS.put(Deed.PAIRING, """
                SELECT CONCAT(p.child_id, ':', p.family_id), COUNT(*), SUM(p.status <> 'ACTIVE' OR
                  EXISTS (SELECT 1 FROM child_standing s WHERE s.child_id = p.child_id AND s.pairing_id = p.id))
                FROM pairing p WHERE p.paired_at >= ? AND p.status IN ('ACTIVE', 'ENDED')
                GROUP BY p.child_id, p.family_id
                """);
        ROWS.put(Deed.ENDING, """
                SELECT CAST(id AS CHAR), COUNT(*), SUM(ends_on IS NOT NULL AND ended_by IS NOT NULL AND hand_over IS NOT NULL)
                FROM pairing WHERE ended_at >= ? AND status = 'ENDED' GROUP BY id
                """);
        ROWS.put(Deed.FACT, """
                SELECT CONCAT_WS(':', child_id, kind, content, since_on), COUNT(*), COUNT(*) FROM child_fact
                WHERE recorded_at >= ? AND superseded_at IS NULL GROUP BY child_id, kind, content, since_on
                """);
        INVARIANTS.put("children with two active families", """
                SELECT COUNT(*) FROM (SELECT child_id FROM pairing WHERE status = 'ACTIVE' AND kind = 'FAMILY'
                                      GROUP BY child_id HAVING COUNT(*) > 1) t
                """);
        INVARIANTS.put("wishes with two claimers", """
                SELECT COUNT(*) FROM (SELECT wish_id FROM wish_claim WHERE ended_at IS NULL
                                      GROUP BY wish_id HAVING COUNT(*) > 1) t
                """);
        INVARIANTS.put("wishes that are half promised", """
                SELECT COUNT(*) FROM wish w LEFT JOIN wish_claim k ON k.live_wish_id = w.id
                WHERE (w.state IN ('CLAIMED', 'ARRANGED')) <> (k.id IS NOT NULL)
                """);
        INVARIANTS.put("visits without a child", """
                SELECT COUNT(*) FROM visit v WHERE NOT EXISTS (SELECT 1 FROM visit_child c WHERE c.visit_id = v.id)
                """);
        INVARIANTS.put("children of a visit that is not there, or says otherwise", """
                SELECT COUNT(*) FROM visit_child c WHERE NOT EXISTS
                  (SELECT 1 FROM visit v WHERE v.id = c.visit_id AND v.visited_on = c.visited_on
                    AND c.met_by <=> IF(v.outcome = 'MET', v.actor, NULL))
                """);
        INVARIANTS.put("children in a category who stand otherwise than their pairing says", """
                SELECT COUNT(*) FROM child c
                JOIN child_standing s ON s.child_id = c.id AND s.starts_on <= CURRENT_DATE AND s.ends_on > CURRENT_DATE
                LEFT JOIN pairing p ON p.child_id = c.id AND p.kind = 'FAMILY' AND p.status IN ('ACTIVE', 'ENDED')
                  AND p.starts_on <= CURRENT_DATE AND (p.ends_on IS NULL OR p.ends_on > CURRENT_DATE)
                WHERE (s.covered_by = 'FAMILY') <> (p.id IS NOT NULL)
                """);
        INVARIANTS.put("villages whose cell differs from a recount of its children", """
                SELECT COUNT(*) FROM coverage_cell k JOIN (
                  SELECT village_code, COUNT(*) AS children, SUM(covered_by = 'FAMILY') AS family FROM child_standing
                  WHERE starts_on <= CURRENT_DATE AND ends_on > CURRENT_DATE GROUP BY village_code) s
                  ON s.village_code = k.village_code
                WHERE k.category = '*' AND k.starts_on <= CURRENT_DATE AND k.ends_on > CURRENT_DATE
                  AND (k.eligible <> s.children OR k.by_family <> s.family)
                """);
        INVARIANTS.put("rows of the audit without the one before", """
                SELECT COUNT(*) FROM audit_entry e LEFT JOIN audit_entry b
                  ON b.chain = e.chain AND b.position = e.position - 1
                WHERE e.position > 1 AND (b.id IS NULL OR b.hash <> e.previous)
                """);
        INVARIANTS.put("messages to one person about one thing twice", """
                SELECT COUNT(*) FROM (SELECT occasion_key FROM notification GROUP BY occasion_key HAVING COUNT(*) > 1) t
                """);
    }

    private final Connection connection;
    private final LocalDateTime since;

    /** Of the deeds since a moment. */
    public Kept(Connection connection, LocalDateTime since) {
        this.connection = connection;
        this.since = since;
    }

    /** The rows of every deed, by subject. */
    public Map<Deed, Map<String, History.Rows>> rows() throws SQLException {
        Map<Deed, Map<String, History.Rows>> all = new EnumMap<>(Deed.class);
        for (Map.Entry<Deed, String> one : ROWS.entrySet()) {
            Map<String, History.Rows> rows = new HashMap<>();
            try (PreparedStatement statement = this.connection.prepareStatement(one.getValue())) {
                statement.setTimestamp(1, Timestamp.valueOf(this.since));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        rows.put(row.getString(1), new History.Rows(row.getInt(2), row.getInt(3)));
                    }
                }
            }
            all.put(one.getKey(), rows);
        }
        return all;
    }

    /** How many rows of the audit there are, by what was done and to whom. */
    public Map<String, Integer> audited() throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        try (PreparedStatement statement = this.connection.prepareStatement("""
                SELECT CONCAT(e.action, ' ', COALESCE(e.subject, CONCAT('child:', c.child_id))), COUNT(*)
                FROM audit_entry e LEFT JOIN audit_child c ON c.entry_id = e.id
                WHERE e.at >= ? AND (e.subject IS NOT NULL OR c.child_id IS NOT NULL) GROUP BY 1
                """)) {
            statement.setTimestamp(1, Timestamp.valueOf(this.since));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), row.getInt(2));
                }
            }
        }
        return counts;
    }

    /** What does not hold, with how often. */
    public List<String> broken() throws SQLException {
        List<String> broken = new ArrayList<>();
        for (Map.Entry<String, String> one : INVARIANTS.entrySet()) {
            long count = count(one.getValue());
            if (count > 0) {
                broken.add(count + " " + one.getKey());
            }
        }
        return broken;
    }

    /** Events that no listener has finished with. */
    public long unheard() throws SQLException {
        return count("SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE COMPLETION_DATE IS NULL");
    }

    private long count(String query) throws SQLException {
        try (PreparedStatement statement = this.connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
