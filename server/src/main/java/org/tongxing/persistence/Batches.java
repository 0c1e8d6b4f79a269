package org.tongxing.persistence;

import java.util.List;
import java.util.function.BiConsumer;
import lombok.RequiredArgsConstructor;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.dao.DataAccessException;
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

    private final SqlSessionTemplate template;

    /**
     * Runs a statement of a mapper for every row, inside the caller's transaction; generated keys are in the rows when it
     * returns.
     *
     * @throws org.springframework.dao.DataAccessException as for a single row, when the database refuses one
     */
    public <M, R> void write(Class<M> mapper, List<R> rows, BiConsumer<M, R> statement) {
        if (rows.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Rows that are written together are written in a transaction");
        }
        try {
            flush(mapper, rows, statement);
        } catch (PersistenceException refused) {
            DataAccessException said =
                    this.template.getPersistenceExceptionTranslator().translateExceptionIfPossible(refused);
            throw said == null ? refused : said;
        }
    }

    private <M, R> void flush(Class<M> mapper, List<R> rows, BiConsumer<M, R> statement) {
        // A session of its own on the transaction's connection: Spring's cannot change between single rows and many.
        try (SqlSession session = this.template.getSqlSessionFactory().openSession(ExecutorType.BATCH)) {
            M statements = session.getMapper(mapper);
            for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
                rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE))
                        .forEach(row -> statement.accept(statements, row));
                session.flushStatements();
            }
        }
    }
}
