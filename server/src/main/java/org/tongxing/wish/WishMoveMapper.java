package org.tongxing.wish;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;

@Mapper
interface WishMoveMapper {

    @Update("UPDATE wish SET township_code = #{into} WHERE township_code = #{from}")
    void move(@Param("from") String from, @Param("into") String into);
}
