package org.tongxing.persistence;

import java.util.List;
import java.util.function.BiConsumer;
import lombok.RequiredArgsConstructor;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes many rows by one statement each, which the driver sends together. A statement that lists a thousand rows takes
 * longer to put together than the database takes to run it.
 */
@Component
@RequiredArgsConstructor
public class Batches {

    private static final int ROWS_AT_ONCE = 1_000;

    private final SqlSessionFactory sessions;

    /**
     * Runs a statement of a mapper for every row, inside the caller's transaction; generated keys are in the rows when it
     * returns.
     */
    public <M, R> void write(Class<M> mapper, List<R> rows, BiConsumer<M, R> statement) {
        if (rows.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Rows that are written together are written in a transaction");
        }
        // A session of its own on the transaction's connection: Spring's cannot change between single rows and many.
        try (SqlSession session = this.sessions.openSession(ExecutorType.BATCH)) {
            M statements = session.getMapper(mapper);
            for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
                rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE))
                        .forEach(row -> statement.accept(statements, row));
                session.flushStatements();
            }
        }
    }
}
