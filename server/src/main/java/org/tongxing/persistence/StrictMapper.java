package org.tongxing.persistence;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.springframework.dao.OptimisticLockingFailureException;

/** A mapper that refuses to lose an update: {@code updateById} answers 0 for a stale version and says nothing. */
public interface StrictMapper<T> extends BaseMapper<T> {

    /** Writes the row back, or throws {@link OptimisticLockingFailureException} if somebody else changed it. */
    default void save(T row) {
        if (updateById(row) != 1) {
            throw new OptimisticLockingFailureException(
                    "Stale or missing row: " + row.getClass().getSimpleName());
        }
    }
}
