package org.tongxing.persistence;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a whole transaction again when the database had to choose between two that stood in each other's way: a deadlock,
 * a lock that came too late, a commit the group of databases refused, a database that is no longer the one that takes writes.
 */
@Component
public class Retrying {

    static final int TRIES = 5;
    private static final int LONGEST_PAUSE_MILLIS = 60;

    /** ER_ERROR_DURING_COMMIT, ER_RUN_HOOK_ERROR, ER_TRANSACTION_ROLLBACK_DURING_COMMIT: refused before it was a commit. */
    private static final Set<Integer> REFUSED_COMMITS = Set.of(1180, 3100, 3101);

    private final TransactionTemplate transaction;

    Retrying(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Answers what the work answers, once it came through; the work must not mind being begun several times. Within a
     * transaction it is a part of that one: what the database undoes is the whole, and only the whole can be begun again.
     */
    public <T> T transact(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (int left = TRIES; ; left--) {
            Attempt<T> attempt = new Attempt<>(work);
            try {
                return this.transaction.execute(status -> attempt.get());
            } catch (RuntimeException failure) {
                RuntimeException first = attempt.failure == null ? failure : attempt.failure;
                if (left == 1 || !undone(first)) {
                    throw first;
                }
                pause();
            }
        }
    }

    /** Whether the database has said that nothing of it happened, and that it may be tried again. */
    static boolean undone(Throwable failure) {
        return failure instanceof PessimisticLockingFailureException
                || NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException said
                        && (REFUSED_COMMITS.contains(said.getErrorCode()) || FormerPrimary.said(said));
    }

    static void pause() {
        try {
            // Both would meet again if they waited equally long.
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Remembers why the work failed, which a rollback on a lost connection would drown. */
    @RequiredArgsConstructor
    private static final class Attempt<T> implements Supplier<T> {

        private final Supplier<T> work;
        private @Nullable RuntimeException failure;

        @Override
        public T get() {
            try {
                return this.work.get();
            } catch (RuntimeException thrown) {
                this.failure = thrown;
                throw thrown;
            }
        }
    }
}
