package org.tongxing.bench.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows of one table, sent to the database many at a time. */
public final class Inserts implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 2_000;

    private final PreparedStatement statement;
    private int waiting;

    public Inserts(Connection connection, String sql) throws SQLException {
        this.statement = connection.prepareStatement(sql);
    }

    public void add(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            this.statement.setObject(i + 1, values[i]);
        }
        this.statement.addBatch();
        if (++this.waiting >= ROWS_AT_ONCE) {
            send();
        }
    }

    void send() throws SQLException {
        if (this.waiting > 0) {
            this.statement.executeBatch();
            this.waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        send();
        this.statement.close();
    }
}
