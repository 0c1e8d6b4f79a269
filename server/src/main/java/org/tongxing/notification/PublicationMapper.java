package org.tongxing.notification;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** What Modulith wrote down about events and their listeners, where its own statements do not know who is alive. */
@Mapper
interface PublicationMapper {

    /** Read first and changed by key: the listeners' own statements go by key, and must never wait for this one. */
    @Select("""
            SELECT ID FROM EVENT_PUBLICATION
            WHERE COMPLETION_DATE IS NULL AND STATUS IN ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
              AND COALESCE(LAST_RESUBMISSION_DATE, PUBLICATION_DATE) NOT BETWEEN #{from} AND #{until}
            ORDER BY PUBLICATION_DATE LIMIT #{most}
            """)
    List<String> heardOfOutside(
            @Param("from") LocalDateTime from, @Param("until") LocalDateTime until, @Param("most") int most);

    @Update("""
            <script>
            UPDATE EVENT_PUBLICATION SET STATUS = 'FAILED' WHERE ID IN
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>
            """)
    int giveUp(@Param("ids") List<String> ids);

    @Update("""
            <script>
            UPDATE EVENT_PUBLICATION SET LAST_RESUBMISSION_DATE = #{now} WHERE STATUS = 'PROCESSING' AND ID IN
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>
            """)
    int renew(@Param("ids") List<String> ids, @Param("now") LocalDateTime now);
}
