package org.tongxing.sandbox.town;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Which steps towards the sample are done. A step and its mark are written in one transaction, so that a start which was
 * killed is taken up where it was, on the day it began with.
 */
final class Ledger {

    private static final String DONE = "done";

    private final DataSource database;

    private Ledger(DataSource database) {
        this.database = database;
    }

    /** The ledger of a database, begun if there is none; a database that has one is never one of production. */
    static Ledger on(DataSource database) {
        Ledger ledger = new Ledger(database);
        try {
            ledger.create();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return ledger;
    }

    private void create() throws SQLException {
        write(sql -> sql.run("""
                CREATE TABLE IF NOT EXISTS sandbox_step (
                  step   VARCHAR(40) NOT NULL PRIMARY KEY,
                  on_day DATE        NOT NULL COMMENT 'the day the sample is about',
                  at     TIMESTAMP   NOT NULL DEFAULT CURRENT_TIMESTAMP
                ) COMMENT 'Made by the sandbox'
                """));
    }

    /** The day the sample is about: the one it was begun on, or this one if there is nobody yet; null to leave it. */
    @Nullable
    LocalDate begin(LocalDate today) throws SQLException {
        LocalDate begun = day("begun");
        if (begun != null) {
            return begun;
        }
        try (Connection connection = this.database.getConnection()) {
            if (new Sql(connection).any("SELECT 1 FROM child LIMIT 1")) {
                return null;
            }
        }
        once("begun", today, sql -> {});
        return today;
    }

    boolean complete() throws SQLException {
        return day(DONE) != null;
    }

    void complete(LocalDate day, Work last) throws SQLException {
        once(DONE, day, last);
    }

    /** Does a step unless it was done, with its mark in the same transaction. */
    void once(String step, LocalDate day, Work work) throws SQLException {
        if (day(step) == null) {
            write(sql -> {
                work.with(sql);
                sql.run("INSERT INTO sandbox_step (step, on_day) VALUES (?, ?)", step, day);
            });
        }
    }

    /** Does something in a transaction of its own. */
    void write(Work work) throws SQLException {
        try (Connection connection = this.database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.with(new Sql(connection));
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private @Nullable LocalDate day(String step) throws SQLException {
        try (Connection connection = this.database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT on_day FROM sandbox_step WHERE step = ?")) {
            statement.setString(1, step);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getObject(1, LocalDate.class) : null;
            }
        }
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work {

        void with(Sql sql) throws SQLException;
    }
}
