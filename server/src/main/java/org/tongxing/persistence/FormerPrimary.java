package org.tongxing.persistence;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Tells the pool to part with a connection to a database that takes no more writes because another one has taken over. The
 * connection itself is sound, so that it would be handed out again and again until its time is up.
 */
public final class FormerPrimary implements SQLExceptionOverride {

    /**
     * ER_OPTION_PREVENTS_STATEMENT (super_read_only), ER_READ_ONLY_MODE, ER_SERVER_OFFLINE_MODE, and what MySQL says to
     * everything while somebody makes another database primary.
     */
    private static final Set<Integer> SAYINGS = Set.of(1290, 1836, 3032, 4094);

    /** Whether a database has refused because another one takes, or is about to take, the writes; asked again it may go through. */
    public static boolean said(SQLException refused) {
        return SAYINGS.contains(refused.getErrorCode());
    }

    @java.lang.Override
    public Override adjudicate(SQLException said) {
        return said(said) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
