package org.tongxing.bench.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.stage.Http;
import org.tongxing.bench.stage.Instance;
import org.tongxing.bench.stage.People;
import org.tongxing.bench.stage.Stage;
import tools.jackson.databind.JsonNode;

/** A clerk of a township ends a pairing, and the page of the whole place says so. */
public final class Arriving implements Row {

    private static final int CHANGES = 7;
    private static final double PATIENCE = 30;

    private static final String TIES = """
            SELECT p.id, p.child_id, p.family_id, c.village_code FROM child_standing s
            JOIN child c ON c.id = s.child_id AND c.sex = 'MALE'
            JOIN pairing p ON p.child_id = c.id AND p.status = 'ACTIVE'
            WHERE s.covered_by = 'FAMILY' AND s.starts_on <= ? AND s.ends_on > ? AND c.village_code LIKE ?
            ORDER BY s.child_id LIMIT 1
            """;

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception {
        double[] seconds = new double[CHANGES];
        try (Instance server = stage.instance();
                Connection connection = stage.connection()) {
            Tie tie = tie(connection, size);
            People people = new People(stage);
            move(connection, tie.village().substring(0, 9));
            try (Http clerk = people.console(server.port(), "hm.jinbao");
                    Http above = people.console(server.port(), Administrators.of(size))) {
                long pairing = tie.pairing();
                int before = byFamily(above, size);
                for (int i = 0; i < CHANGES; i++) {
                    long begun = System.nanoTime();
                    clerk.post(
                                    "/api/admin/pairings/" + pairing + "/ending",
                                    Map.of("endsOn", LocalDate.now(), "reason", "BETTER_MATCH"))
                            .ok();
                    seconds[i] = until(above, size, before - 1, begun);
                    pairing = clerk.post(
                                    "/api/admin/pairings",
                                    Map.of(
                                            "childId",
                                            tie.child(),
                                            "familyId",
                                            tie.family(),
                                            "startsOn",
                                            LocalDate.now()))
                            .ok()
                            .json()
                            .path("id")
                            .asLong();
                    until(above, size, before, System.nanoTime());
                }
            }
        }
        figures.accept(Figure.atMost(
                2,
                "a change in a village on the page of the place",
                "seconds from the clerk's click",
                size.label(),
                seconds));
    }

    private static double until(Http above, Size size, int expected, long begun) throws Exception {
        while (byFamily(above, size) != expected) {
            if ((System.nanoTime() - begun) / 1e9 > PATIENCE) {
                throw new IllegalStateException("The change did not arrive within " + PATIENCE + " s");
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static int byFamily(Http above, Size size) throws Exception {
        JsonNode page = above.get("/api/admin/coverage?division=" + size.place().value() + "&on=" + LocalDate.now())
                .ok()
                .json();
        return page.path("byFamily").asInt();
    }

    private static Tie tie(Connection connection, Size size) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TIES)) {
            statement.setObject(1, LocalDate.now());
            statement.setObject(2, LocalDate.now());
            statement.setString(3, size.place().value() + "%");
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Tie(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4));
            }
        }
    }

    /** The sample clerk of a township answers for this one. */
    private static void move(Connection connection, String township) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE account_role SET division_code = ?
                WHERE account_id = (SELECT id FROM account WHERE username = 'hm.jinbao')
                """)) {
            statement.setString(1, township);
            statement.executeUpdate();
        }
    }

    private record Tie(long pairing, long child, long family, String village) {}
}
