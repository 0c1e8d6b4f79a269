package org.tongxing.pairing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;

@Mapper
interface PairingHistoryMapper {

    @Select("""
            <script>
            SELECT p.id, p.family_id, f.cadre_name, f.cadre_sex, u.name AS unit_name, p.starts_on, p.ends_on, p.status,
                   p.end_reason, p.hand_over, p.paired_by, p.paired_at, p.ended_by, p.decision
            FROM pairing p JOIN child c ON c.id = p.child_id
            JOIN cadre_family f ON f.id = p.family_id JOIN unit u ON u.id = f.unit_id
            WHERE p.child_id = #{child} AND p.kind = 'FAMILY' AND
            """ + ChildScope.IN_SCOPE + " ORDER BY p.starts_on DESC, p.id DESC</script>")
    List<StepRow> steps(@Param("scope") Scope scope, @Param("child") long child);

    @Select("""
            <script>
            SELECT w.pairing_id, w.clause, w.reason, w.expires_on, w.approved_by
            FROM child c JOIN pairing p ON p.child_id = c.id JOIN pairing_waiver w ON w.pairing_id = p.id
            WHERE c.id = #{child} AND
            """ + ChildScope.IN_SCOPE + " ORDER BY w.id</script>")
    List<WaiverRow> waivers(@Param("scope") Scope scope, @Param("child") long child);

    record StepRow(
            long id,
            long familyId,
            String cadreName,
            String cadreSex,
            String unitName,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String status,
            @Nullable String endReason,
            @Nullable String handOver,
            @Nullable Long pairedBy,
            LocalDateTime pairedAt,
            @Nullable Long endedBy,
            @Nullable String decision) {}

    record WaiverRow(
            long pairingId,
            String clause,
            String reason,
            LocalDate expiresOn,
            @Nullable Long approvedBy) {}
}
