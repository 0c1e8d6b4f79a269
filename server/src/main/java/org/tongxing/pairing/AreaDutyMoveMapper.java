package org.tongxing.pairing;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;

@Mapper
interface AreaDutyMoveMapper {

    @Update("UPDATE area_duty SET village_code = #{into} WHERE village_code = #{from}")
    void move(@Param("from") String from, @Param("into") String into);
}
