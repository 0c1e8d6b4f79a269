package org.tongxing.obligation;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface StaleVillageMapper {

    /**
     * A row of its own each time: nobody who records a visit waits for another in the same village. As values: MariaDB hands
     * out the keys of an INSERT … SELECT to one transaction after another.
     */
    @Insert("INSERT INTO stale_village (village_code) VALUES (#{village})")
    void add(String village);

    /** Villages to count, the one that has waited longest first. */
    @Select("""
            SELECT village_code FROM stale_village WHERE due_at IS NULL OR due_at <= #{now}
            GROUP BY village_code ORDER BY MIN(id) LIMIT #{most}
            """)
    List<String> waiting(@Param("now") LocalDateTime now, @Param("most") int most);

    /** Takes a village; none are left when another instance has just counted it. */
    @Delete("DELETE FROM stale_village WHERE village_code = #{village}")
    int take(String village);

    @Update("UPDATE stale_village SET due_at = #{until} WHERE village_code = #{village}")
    void putOff(@Param("village") String village, @Param("until") LocalDateTime until);
}
