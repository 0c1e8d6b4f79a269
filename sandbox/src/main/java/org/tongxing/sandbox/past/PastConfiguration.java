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

    /** Each row of a roster names one adult; those of one home are there for all its children. */
    private static final String ADULTS_OF_SIBLINGS = """
            INSERT INTO adult (child_id, relation, name, phone_sealed, phone_digest, carer)
            SELECT kid.id, d.relation, d.name, d.phone_sealed, d.phone_digest, d.carer FROM adult d
            JOIN child sibling ON sibling.id = d.child_id JOIN child kid ON kid.household_id = sibling.household_id
            WHERE kid.id <> sibling.id AND kid.village_code LIKE ? AND NOT EXISTS (
              SELECT 1 FROM adult known WHERE known.child_id = kid.id AND known.relation = d.relation)
            """;

    private static final String PROMISES = """
            UPDATE wish_claim k JOIN wish w ON w.id = k.wish_id SET k.claimed_at = DATE_SUB(k.claimed_at, INTERVAL ? DAY),
              k.arrange_by = DATE_SUB(k.arrange_by, INTERVAL ? DAY), k.deliver_by = DATE_SUB(k.deliver_by, INTERVAL ? DAY)
            WHERE k.ended_at IS NULL AND w.township_code LIKE ?
            """;

    private static final String FATHERS_AWAY = "UPDATE adult SET carer = FALSE WHERE relation = '父亲' AND child_id IN"
            + " (SELECT id FROM child WHERE village_code LIKE ?)";

    private static final String REPORTS_OF_DANGER = """
            UPDATE danger_report SET discovered_at = DATE_SUB(discovered_at, INTERVAL 1 HOUR),
                   reported_at = DATE_SUB(reported_at, INTERVAL 1 HOUR), received_at = DATE_SUB(received_at, INTERVAL 1 HOUR),
                   accept_by = DATE_SUB(accept_by, INTERVAL 1 HOUR)
            WHERE state = 'WAITING' AND division_code LIKE ?
            """;

    @Bean
    RouterFunction<ServerResponse> past(DataSource database) {
        return RouterFunctions.route()
                .POST("/sandbox/past", request -> ServerResponse.ok().body(Map.of("children", move(database, request))))
                .POST(
                        "/sandbox/promises",
                        request -> ServerResponse.ok().body(Map.of("promises", moveBack(database, request))))
                .POST(
                        "/sandbox/siblings",
                        request -> ServerResponse.ok().body(Map.of("adults", share(database, request))))
                .POST(
                        "/sandbox/unheard",
                        request -> ServerResponse.ok().body(Map.of("reports", leave(database, request))))
                .build();
    }

    /** Lets an hour pass in which nobody took up what was reported. */
    private static int leave(DataSource database, ServerRequest request) throws Exception {
        Earlier wanted = request.body(Earlier.class);
        try (Connection connection = database.getConnection()) {
            int reports = run(connection, REPORTS_OF_DANGER, wanted);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return reports;
        }
    }

    /** Lets the adults of a home be there for all its children, and fathers who are on file work elsewhere. */
    private static int share(DataSource database, ServerRequest request) throws Exception {
        Earlier wanted = request.body(Earlier.class);
        try (Connection connection = database.getConnection()) {
            int adults = run(connection, ADULTS_OF_SIBLINGS, wanted);
            run(connection, FATHERS_AWAY, wanted);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return adults;
        }
    }

    private static int run(Connection connection, String statement, Earlier wanted) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, wanted.division() + "%");
            return prepared.executeUpdate();
        }
    }

    /** Lets promises of wishes have been made earlier; the server finds by itself which of them have run out. */
    private static int moveBack(DataSource database, ServerRequest request) throws Exception {
        Earlier wanted = request.body(Earlier.class);
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(PROMISES)) {
            for (int slot = 1; slot <= 3; slot++) {
                prepared.setInt(slot, wanted.days());
            }
            prepared.setString(4, wanted.division() + "%");
            int promises = prepared.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return promises;
        }
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
