package org.tongxing.persistence;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a whole transaction again when the database had to choose between two that stood in each other's way: a deadlock,
 * a lock that came too late, a commit another node refused.
 */
@Component
public class Retrying {

    private static final int TRIES = 5;
    private static final int LONGEST_PAUSE_MILLIS = 60;

    private final TransactionTemplate transaction;

    Retrying(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Answers what the work answers, once it came through; the work must not mind being begun several times. */
    public <T> T transact(Supplier<T> work) {
        for (int left = TRIES; ; left--) {
            try {
                return this.transaction.execute(status -> work.get());
            } catch (PessimisticLockingFailureException inTheWay) {
                if (left == 1) {
                    throw inTheWay;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            // Both would meet again if they waited equally long.
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
