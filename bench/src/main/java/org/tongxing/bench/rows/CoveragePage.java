package org.tongxing.bench.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.stage.Http;
import org.tongxing.bench.stage.Instance;
import org.tongxing.bench.stage.People;
import org.tongxing.bench.stage.Stage;
import tools.jackson.databind.JsonNode;

/** The coverage page of the whole place on past days, against a recount of every child from scratch in SQL. */
public final class CoveragePage implements Row {

    private static final int DAYS = 5;
    private static final int READS = 9;
    private static final int YEARS_BACK = 2;

    /** Who is in a category on the day, who has a family then, and whether a girl of eight has a woman. */
    private static final String RECOUNT = """
            SELECT COUNT(*), SUM(family), SUM(NOT family AND duty), SUM(girl), SUM(girl AND NOT woman)
            FROM (
              SELECT c.id, p.id IS NOT NULL AS family, FALSE AS duty,
                     c.sex = 'FEMALE' AND DATE_ADD(c.birth_on, INTERVAL 8 YEAR) <= ? AS girl,
                     COALESCE(f.cadre_sex = 'FEMALE', FALSE) AS woman
              FROM child c
              JOIN (SELECT DISTINCT child_id FROM child_category WHERE starts_on <= ? AND ends_on > ?) k
                ON k.child_id = c.id
              LEFT JOIN pairing p ON p.child_id = c.id AND p.kind = 'FAMILY' AND p.status IN ('ACTIVE', 'ENDED')
                AND p.starts_on <= ? AND (p.ends_on IS NULL OR p.ends_on > ?)
              LEFT JOIN cadre_family f ON f.id = p.family_id
              WHERE c.village_code LIKE ? AND c.registered_on <= ? AND (c.left_on IS NULL OR c.left_on > ?)) s
            """;

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception {
        double[] ratios = new double[DAYS];
        boolean equal = true;
        Random random = new Random(size.seed());
        try (Instance server = stage.instance();
                Http console = new People(stage).console(server.port(), Administrators.of(size));
                Connection connection = stage.connection()) {
            page(console, size, LocalDate.now());
            for (int i = 0; i < DAYS; i++) {
                LocalDate day = LocalDate.now().minusDays(random.nextInt(YEARS_BACK * 365));
                long begun = System.nanoTime();
                int[] recounted = recount(connection, size, day);
                double scratch = (System.nanoTime() - begun) / 1e6;
                double[] reads = new double[READS];
                JsonNode page = page(console, size, day);
                for (int read = 0; read < READS; read++) {
                    begun = System.nanoTime();
                    page = page(console, size, day);
                    reads[read] = (System.nanoTime() - begun) / 1e6;
                }
                Arrays.sort(reads);
                ratios[i] = scratch / reads[READS / 2];
                equal &= Arrays.equals(recounted, shown(page));
                System.out.printf(
                        "  %s: page %.1f ms, recount %.0f ms, %s %s%n",
                        day, reads[READS / 2], scratch, Arrays.toString(shown(page)), Arrays.toString(recounted));
            }
        }
        figures.accept(Figure.atLeast(
                200, "coverage page of a past day", "a recount from scratch in SQL", size.label(), ratios));
        figures.accept(
                Figure.atLeast(1, "coverage page equals the recount", "the same days", size.label(), equal ? 1 : 0));
    }

    private static JsonNode page(Http console, Size size, LocalDate day) throws Exception {
        return console.get("/api/admin/coverage?division=" + size.place().value() + "&on=" + day)
                .ok()
                .json();
    }

    private static int[] shown(JsonNode page) {
        return new int[] {
            page.path("eligible").asInt(),
            page.path("byFamily").asInt(),
            page.path("byAreaDuty").asInt(),
            page.path("girls").path("eligible").asInt(),
            page.path("girls").path("without").asInt()
        };
    }

    private static int[] recount(Connection connection, Size size, LocalDate day) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECOUNT)) {
            for (int parameter = 1; parameter <= 5; parameter++) {
                statement.setObject(parameter, day);
            }
            statement.setString(6, size.place().value() + "%");
            statement.setObject(7, day);
            statement.setObject(8, day);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new int[] {row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)};
            }
        }
    }
}
