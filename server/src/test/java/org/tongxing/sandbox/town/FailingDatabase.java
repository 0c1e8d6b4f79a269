package org.tongxing.sandbox.town;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that goes away after so many connections. */
class FailingDatabase extends DelegatingDataSource {

    static final String GONE = "The database is gone";

    private int left;

    FailingDatabase(DataSource target, int connections) {
        super(target);
        this.left = connections;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (this.left-- <= 0) {
            throw new SQLException(GONE);
        }
        return super.getConnection();
    }
}
