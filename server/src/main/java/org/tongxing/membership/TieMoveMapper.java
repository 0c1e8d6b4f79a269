package org.tongxing.membership;

import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;

@Mapper
interface TieMoveMapper {

    /** Who is tied to both places of a merger keeps one tie of each kind. */
    @Update("""
            UPDATE membership m JOIN membership k
              ON k.phone_account_id = m.phone_account_id AND k.kind = m.kind AND k.division_code = #{into}
             AND k.family_id IS NULL AND k.adult_id IS NULL AND k.state IN ('REQUESTED', 'CONFIRMED')
            SET m.state = 'REVOKED', m.ended_at = #{now}, m.end_reason = '两地合并'
            WHERE m.division_code = #{from} AND m.family_id IS NULL AND m.adult_id IS NULL
              AND m.state IN ('REQUESTED', 'CONFIRMED')
            """)
    void mergeDoubles(@Param("from") String from, @Param("into") String into, @Param("now") LocalDateTime now);

    @Update("UPDATE membership SET division_code = #{into} WHERE division_code = #{from}")
    void move(@Param("from") String from, @Param("into") String into);

    /** Codes for a place that ends open nothing any more; those for a person move along. */
    @Update("""
            UPDATE invitation SET withdrawn_at = #{now}, code_sealed = NULL
            WHERE division_code = #{from} AND adult_id IS NULL AND family_id IS NULL
              AND used_at IS NULL AND withdrawn_at IS NULL
            """)
    void withdrawInvitations(@Param("from") String from, @Param("now") LocalDateTime now);

    @Update("UPDATE invitation SET division_code = #{into} WHERE division_code = #{from}")
    void moveInvitations(@Param("from") String from, @Param("into") String into);
}
