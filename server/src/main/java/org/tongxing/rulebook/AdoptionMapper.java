package org.tongxing.rulebook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface AdoptionMapper {

    @Select("SELECT id, division_code, book, starts_on, ends_on FROM adoption ORDER BY division_code, book, starts_on")
    List<Row> all();

    @Select("SELECT id, division_code, book, starts_on, ends_on FROM adoption WHERE id = #{id} FOR UPDATE")
    @Nullable
    Row lock(long id);

    @Select("""
            SELECT COUNT(*) FROM adoption
            WHERE division_code = #{division} AND book = #{book} AND (ends_on IS NULL OR ends_on > #{from})
            """)
    int following(@Param("division") String division, @Param("book") String book, @Param("from") LocalDate from);

    @Insert("""
            INSERT INTO adoption (division_code, book, starts_on, recorded_by, recorded_at)
            VALUES (#{row.division}, #{row.book}, #{row.from}, #{by}, #{at})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "row.id")
    void insert(@Param("row") NewAdoption row, @Param("by") long by, @Param("at") LocalDateTime at);

    @Update("UPDATE adoption SET ends_on = #{on} WHERE id = #{id}")
    void end(@Param("id") long id, @Param("on") LocalDate on);

    record Row(
            long id,
            String divisionCode,
            String book,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}
}
