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
    static final Set<Integer> SAYINGS = Set.of(1290, 1836, 3032, 4094);

    @java.lang.Override
    public Override adjudicate(SQLException said) {
        return SAYINGS.contains(said.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
