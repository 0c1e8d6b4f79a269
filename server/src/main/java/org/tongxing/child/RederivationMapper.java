package org.tongxing.child;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface RederivationMapper {

    @Select("SELECT DISTINCT village_code FROM child WHERE village_code LIKE CONCAT(#{division}, '%') ORDER BY 1")
    List<String> inhabited(String division);
}
