package org.tongxing.roster;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface RosterFileMapper {

    @Insert("INSERT INTO roster_file (import_id, part, content_sealed) VALUES (#{importId}, #{part}, #{sealed})")
    void insert(@Param("importId") long importId, @Param("part") int part, @Param("sealed") byte[] sealed);

    @WithoutScope("Read by the job, and for whoever has opened the import in scope")
    @Select("SELECT content_sealed FROM roster_file WHERE import_id = #{importId} AND part = #{part}")
    @Nullable
    Part find(@Param("importId") long importId, @Param("part") int part);

    default byte @Nullable [] part(long importId, int part) {
        Part found = find(importId, part);
        return found == null ? null : found.contentSealed();
    }

    @Select("SELECT COUNT(*) FROM roster_file WHERE import_id = #{importId}")
    int parts(long importId);

    @Delete("DELETE FROM roster_file WHERE import_id = #{importId}")
    void delete(long importId);

    record Part(byte[] contentSealed) {}
}
