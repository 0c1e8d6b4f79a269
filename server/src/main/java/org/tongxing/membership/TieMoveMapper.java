package org.tongxing.membership;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;

@Mapper
interface TieMoveMapper {

    @Update("UPDATE membership SET division_code = #{into} WHERE division_code = #{from}")
    void move(@Param("from") String from, @Param("into") String into);
}
