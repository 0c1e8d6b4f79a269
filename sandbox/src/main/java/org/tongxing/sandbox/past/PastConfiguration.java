package org.tongxing.sandbox.past;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Moves the day on which the children of a place were registered, and its families joined, back. The server registers today
 * and nothing else; what follows from the earlier day is derived again with the next change of the place's rules.
 */
@AutoConfiguration
@ConditionalOnProperty("tongxing.sandbox.active")
class PastConfiguration {

    private static final String CHILDREN =
            "UPDATE child SET registered_on = DATE_SUB(registered_on, INTERVAL ? DAY) WHERE village_code LIKE ?";
    private static final String FAMILIES =
            "UPDATE cadre_family SET joined_on = DATE_SUB(joined_on, INTERVAL ? DAY) WHERE division_code LIKE ?";

    @Bean
    RouterFunction<ServerResponse> past(DataSource database) {
        return RouterFunctions.route()
                .POST("/sandbox/past", request -> ServerResponse.ok().body(Map.of("children", move(database, request))))
                .build();
    }

    private static int move(DataSource database, ServerRequest request) throws Exception {
        Earlier wanted = request.body(Earlier.class);
        try (Connection connection = database.getConnection()) {
            int children = move(connection, CHILDREN, wanted);
            move(connection, FAMILIES, wanted);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return children;
        }
    }

    private static int move(Connection connection, String statement, Earlier wanted) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setInt(1, wanted.days());
            prepared.setString(2, wanted.division() + "%");
            return prepared.executeUpdate();
        }
    }

    /** How many days earlier the children of a division were registered. */
    record Earlier(String division, int days) {}
}
