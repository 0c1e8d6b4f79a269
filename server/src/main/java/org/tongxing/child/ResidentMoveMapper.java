package org.tongxing.child;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ResidentMoveMapper {

    @Update("UPDATE child SET village_code = #{into} WHERE village_code = #{from}")
    int moveChildren(@Param("from") String from, @Param("into") String into);

    @Update("UPDATE household SET village_code = #{into} WHERE village_code = #{from}")
    void moveHouseholds(@Param("from") String from, @Param("into") String into);

    @Select("SELECT COUNT(*) FROM child WHERE village_code LIKE CONCAT(#{division}, '%') AND left_on IS NULL")
    int livingIn(String division);
}
