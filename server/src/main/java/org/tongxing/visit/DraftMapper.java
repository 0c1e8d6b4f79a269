package org.tongxing.visit;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithinTie;

@Mapper
interface DraftMapper {

    @WithinTie("account")
    @Select("""
            SELECT draft_key AS `key`, kind, content_sealed, revision, saved_at FROM phone_draft
            WHERE phone_account_id = #{account} ORDER BY saved_at DESC, draft_key
            """)
    List<DraftRow> of(long account);

    @WithinTie("account")
    @Select("""
            SELECT draft_key AS `key`, kind, content_sealed, revision, saved_at FROM phone_draft
            WHERE phone_account_id = #{account} AND draft_key = #{key} FOR UPDATE
            """)
    @Nullable
    DraftRow lock(@Param("account") long account, @Param("key") String key);

    @Insert("""
            INSERT INTO phone_draft (phone_account_id, draft_key, kind, content_sealed, revision, saved_at)
            VALUES (#{account}, #{key}, #{kind}, #{sealed}, 1, #{at})
            """)
    void insert(
            @Param("account") long account,
            @Param("key") String key,
            @Param("kind") String kind,
            @Param("sealed") String sealed,
            @Param("at") LocalDateTime at);

    @Update("""
            UPDATE phone_draft SET kind = #{kind}, content_sealed = #{sealed}, revision = revision + 1, saved_at = #{at}
            WHERE phone_account_id = #{account} AND draft_key = #{key}
            """)
    void update(
            @Param("account") long account,
            @Param("key") String key,
            @Param("kind") String kind,
            @Param("sealed") String sealed,
            @Param("at") LocalDateTime at);

    @Select("SELECT COUNT(*) FROM phone_draft WHERE phone_account_id = #{account}")
    int count(long account);

    @Delete("DELETE FROM phone_draft WHERE phone_account_id = #{account} AND draft_key = #{key}")
    int delete(@Param("account") long account, @Param("key") String key);

    @Delete("DELETE FROM phone_draft WHERE saved_at < #{before} LIMIT 1000")
    int forget(LocalDateTime before);

    record DraftRow(String key, String kind, String contentSealed, int revision, LocalDateTime savedAt) {}
}
