package org.tongxing.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.TransactionSystemException;
import org.tongxing.persistence.FormerPrimary;

/** Tells whether something failed because the database or Redis was away, or had no room left. */
final class Stores {

    /** ER_DISK_FULL, ER_OUT_OF_RESOURCES, ER_CON_COUNT_ERROR, ER_RECORD_FILE_FULL. */
    private static final Set<Integer> NO_ROOM = Set.of(1021, 1041, 1040, 1114);

    /** What a Redis begins its answer with that is loading, follows another, or has no room. */
    private static final List<String> NOT_YET = List.of("LOADING", "READONLY", "MASTERDOWN", "MISCONF", "OOM");

    private static final String CONNECTION_STATES = "08";
    private static final int DEEPEST = 12;

    private Stores() {}

    /** True only where asking again later may well come through. */
    static boolean failed(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessResourceException
                    || cause instanceof RecoverableDataAccessException
                    // Begun again several times already, and still in the way of another.
                    || cause instanceof PessimisticLockingFailureException
                    // Neither committed nor rolled back: the connection is gone, and what it was about is asked again.
                    || cause instanceof TransactionSystemException
                    || (cause instanceof InvalidDataAccessApiUsageException && isNotYet(cause.getMessage()))
                    || (cause instanceof SQLException refused && failed(refused))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isNotYet(@Nullable String answer) {
        return answer != null && NOT_YET.stream().anyMatch(answer::startsWith);
    }

    private static boolean failed(SQLException refused) {
        String state = refused.getSQLState();
        return (state != null && state.startsWith(CONNECTION_STATES))
                || NO_ROOM.contains(refused.getErrorCode())
                || FormerPrimary.said(refused);
    }
}
