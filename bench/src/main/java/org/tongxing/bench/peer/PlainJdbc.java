package org.tongxing.bench.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongxing.bench.load.Load;

/**
 * Sends the same statements as a server did, and nothing else: {@code PlainJdbc url user tapes threads warmUpMillis
 * millis}, the password in the environment; prints how many tapes a second it played.
 *
 * <p>What has to differ each time is made anew: the chain of an audit entry, generated keys, idempotency keys.
 */
public final class PlainJdbc {

    public static final String PASSWORD = "BENCH_PASSWORD";

    private static final Pattern UUIDS =
            Pattern.compile("'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'");

    private PlainJdbc() {}

    public static void main(String[] args) throws Exception {
        List<List<String>> tapes = new ArrayList<>();
        for (String file : args[2].split(",")) {
            tapes.add(Files.readAllLines(Path.of(file)));
        }
        int threads = Integer.parseInt(args[3]);
        List<Load.Deed> deeds = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Connection connection = DriverManager.getConnection(args[0], args[1], System.getenv(PASSWORD));
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            Random random = new Random(i);
            deeds.add(() -> play(connection, tapes.get(random.nextInt(tapes.size()))));
        }
        Load load = Load.of(deeds, Integer.parseInt(args[4]), Integer.parseInt(args[5]));
        System.out.println(load.perSecond());
        System.exit(0);
    }

    private static void play(Connection connection, List<String> tape) throws SQLException {
        long key = 0;
        try (Statement statement = connection.createStatement()) {
            for (String sql : tape) {
                if (sql.startsWith("INSERT") && sql.contains(" SELECT ")) {
                    statement.executeUpdate(fresh(sql, key));
                } else if (sql.startsWith("INSERT")) {
                    statement.executeUpdate(fresh(sql, key), Statement.RETURN_GENERATED_KEYS);
                    try (ResultSet keys = statement.getGeneratedKeys()) {
                        key = keys.next() && !sql.startsWith("INSERT INTO stale_village") ? keys.getLong(1) : key;
                    }
                } else {
                    play(statement, sql);
                }
            }
        }
    }

    private static void play(Statement statement, String sql) throws SQLException {
        if (statement.execute(sql)) {
            try (ResultSet rows = statement.getResultSet()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getObject(column);
                    }
                }
            }
        }
    }

    /** A table that belongs to another has the other's key first, in each row or in each pair of a list. */
    private static String fresh(String sql, long key) {
        String words = sql;
        if (words.matches("INSERT INTO (audit_child|visit_\\w+|unexamined_visit) .*")) {
            words = words.replaceAll("(?<=[(\\[])\\d+(?=[,)])", Long.toString(key));
        }
        Matcher uuids = UUIDS.matcher(words);
        return uuids.find() ? uuids.replaceAll(one -> "'" + UUID.randomUUID() + "'") : words;
    }
}
