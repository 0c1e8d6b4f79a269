package org.tongxing.helper;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;

@Mapper
interface HelperMoveMapper {

    @Update("UPDATE IGNORE unit SET division_code = #{into} WHERE division_code = #{from}")
    void moveUnits(@Param("from") String from, @Param("into") String into);

    @Update("UPDATE cadre_family SET division_code = #{into} WHERE division_code = #{from}")
    void moveFamilies(@Param("from") String from, @Param("into") String into);

    @Update("UPDATE cadre_family SET linked_village = #{into} WHERE linked_village = #{from}")
    void moveLinks(@Param("from") String from, @Param("into") String into);

    @Update("UPDATE IGNORE unit_village SET village_code = #{into} WHERE village_code = #{from}")
    void moveUnitLinks(@Param("from") String from, @Param("into") String into);
}
