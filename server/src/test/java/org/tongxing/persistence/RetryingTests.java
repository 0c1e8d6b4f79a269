package org.tongxing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.SQLExceptionOverride.Override;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a group of databases refuses is tried again, whole; what may have happened is not. */
class RetryingTests {

    private final Group group = new Group();
    private final Retrying retrying = new Retrying(this.group);

    @ParameterizedTest
    @ValueSource(ints = {1180, 3100, 3101, 1290, 4094})
    void beginsAgainWhenTheGroupRefusedTheCommit(int code) {
        AtomicInteger begun = new AtomicInteger();
        this.group.refusesWith(code, 2);
        assertThat(this.retrying.<String>transact(() -> "done " + begun.incrementAndGet()))
                .isEqualTo("done 3");
    }

    @Test
    void beginsAgainWhenTheConnectionToTheFormerPrimaryIsGoneBeforeItCouldRollBack() {
        AtomicInteger begun = new AtomicInteger();
        this.group.losesConnections();
        assertThat(this.retrying.<String>transact(() -> {
                    if (begun.incrementAndGet() == 1) {
                        throw new UncategorizedSQLException("write", null, new SQLException("no", "HY000", 1290));
                    }
                    return "done";
                }))
                .isEqualTo("done");
    }

    @Test
    void leavesTheBeginningToTheTransactionItIsAPartOf() {
        AtomicInteger begun = new AtomicInteger();
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> this.retrying.transact(() -> {
                        begun.incrementAndGet();
                        throw new CannotAcquireLockException("deadlock");
                    }))
                    .isInstanceOf(CannotAcquireLockException.class);
        } finally {
            TransactionSynchronizationManager.clear();
        }
        assertThat(begun).hasValue(1);
    }

    @Test
    void givesUpAfterFiveTries() {
        AtomicInteger begun = new AtomicInteger();
        this.group.refusesWith(3101, 9);
        assertThatThrownBy(() -> this.retrying.transact(begun::incrementAndGet))
                .isInstanceOf(UncategorizedSQLException.class);
        assertThat(begun).hasValue(5);
    }

    @Test
    void neverRepeatsWhatMayHaveHappened() {
        AtomicInteger begun = new AtomicInteger();
        this.group.refusesWith(0, 1);
        assertThatThrownBy(() -> this.retrying.transact(begun::incrementAndGet))
                .isInstanceOf(UncategorizedSQLException.class);
        assertThat(begun).hasValue(1);
    }

    @Test
    void partsWithAConnectionToTheFormerPrimary() {
        assertThat(new FormerPrimary().adjudicate(new SQLException("super_read_only", "HY000", 1290)))
                .isEqualTo(Override.MUST_EVICT);
        assertThat(new FormerPrimary().adjudicate(new SQLException("duplicate", "23000", 1062)))
                .isEqualTo(Override.CONTINUE_EVICT);
    }

    /** Databases that refuse so many commits. */
    private static final class Group extends AbstractPlatformTransactionManager {

        private int code;
        private int times;

        private boolean lost;

        void losesConnections() {
            this.lost = true;
        }

        void refusesWith(int code, int times) {
            this.code = code;
            this.times = times;
        }

        @java.lang.Override
        protected Object doGetTransaction() {
            return this;
        }

        @java.lang.Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @java.lang.Override
        protected void doCommit(DefaultTransactionStatus status) {
            if (this.times-- > 0) {
                throw new UncategorizedSQLException("commit", null, new SQLException("no", "HY000", this.code));
            }
        }

        @java.lang.Override
        protected void doRollback(DefaultTransactionStatus status) {
            if (this.lost) {
                throw new TransactionSystemException("Connection is closed");
            }
        }
    }
}
