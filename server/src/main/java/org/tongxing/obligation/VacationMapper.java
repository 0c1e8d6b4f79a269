package org.tongxing.obligation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.tongxing.kernel.Caller;

@Mapper
interface VacationMapper {

    /** What a division has decided, those above it and those below. */
    @Select("""
            SELECT division_code, kind, year, starts_on, ends_on, set_by_name, set_at FROM school_vacation
            WHERE #{division} LIKE CONCAT(division_code, '%') OR division_code LIKE CONCAT(#{division}, '%')
            """)
    List<Row> around(String division);

    @Insert("""
            INSERT INTO school_vacation (division_code, kind, year, starts_on, ends_on, set_by, set_by_name, set_at)
            VALUES (#{division}, #{kind}, #{year}, #{from}, #{until}, #{by.accountId}, #{by.displayName}, #{at})
            ON DUPLICATE KEY UPDATE starts_on = VALUES(starts_on), ends_on = VALUES(ends_on), set_by = VALUES(set_by),
                set_by_name = VALUES(set_by_name), set_at = VALUES(set_at)
            """)
    void put(
            @Param("division") String division,
            @Param("kind") Vacation kind,
            @Param("year") int year,
            @Param("from") LocalDate from,
            @Param("until") LocalDate until,
            @Param("by") Caller by,
            @Param("at") LocalDateTime at);

    record Row(
            String divisionCode,
            Vacation kind,
            int year,
            LocalDate startsOn,
            LocalDate endsOn,
            String setByName,
            LocalDateTime setAt) {}
}
