package org.tongxing.sandbox.engine;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the application finds its database.
 *
 * @param password of the embedded one: made up on first start
 */
public record Database(String jdbcUrl, String user, String password) {

    private static final String JDBC = "jdbc:";

    /**
     * A database of its own for each key on a server that runs already.
     *
     * @param address such as {@code jdbc:mysql://127.0.0.1:3306/?user=root&password=…}
     */
    static Database on(String address, String key) {
        URI uri = URI.create(address.substring(JDBC.length()));
        Map<String, String> parameters = Stream.of(uri.getQuery().split("&"))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> one[1]));
        String name = "tongxing_" + Integer.toHexString(key.hashCode());
        Database database = new Database(
                url(uri.getAuthority(), name), parameters.get("user"), parameters.getOrDefault("password", ""));
        database.create(url(uri.getAuthority(), ""), name);
        return database;
    }

    private void create(String server, String name) {
        try (Connection connection = DriverManager.getConnection(server, this.user, this.password);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci");
        } catch (SQLException ex) {
            throw new IllegalStateException("No database could be made on " + server, ex);
        }
    }

    static String url(String authority, String name) {
        return "jdbc:mysql://" + authority + "/" + name + "?connectionTimeZone=%2B08:00"
                + "&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true"
                + "&sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }
}
