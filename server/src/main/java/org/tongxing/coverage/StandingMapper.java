package org.tongxing.coverage;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface StandingMapper {

    @Delete("DELETE FROM child_standing WHERE village_code = #{village}")
    void clear(String village);

    /** A child that moved here still has the periods of the village it left. */
    @Delete("""
            DELETE s FROM child_standing s JOIN child c ON c.id = s.child_id
            WHERE c.village_code = #{village} AND s.village_code <> #{village}
            """)
    void clearArrived(String village);

    @Insert("""
            INSERT INTO child_standing (child_id, starts_on, ends_on, village_code, covered_by, reason, mark,
                                        pairing_id, waiting_since, girl, female_cadre, turning_eight)
            VALUES (#{p.child.value}, #{p.startsOn}, #{p.endsOn}, #{village}, #{p.state.by}, #{p.state.reason},
                    #{p.state.mark}, #{p.pairing.value}, #{p.waitingSince}, #{p.state.girl}, #{p.state.femaleCadre},
                    #{p.state.turningEight})
            """)
    void insert(@Param("village") String village, @Param("p") StandingPeriod period);
}
