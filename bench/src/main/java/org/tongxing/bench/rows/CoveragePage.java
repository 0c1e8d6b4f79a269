package org.tongxing.bench.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.load.Load;
import org.tongxing.bench.stage.Http;
import org.tongxing.bench.stage.Instance;
import org.tongxing.bench.stage.People;
import org.tongxing.bench.stage.Stage;
import tools.jackson.databind.JsonNode;

/** The coverage page of the whole place on past days, against a recount of all it says from scratch in SQL. */
public final class CoveragePage implements Row {

    private static final int DAYS = 5;
    private static final int READS = 9;
    private static final int WARM_UP_MILLIS = 30_000;
    private static final int YEARS_BACK = 2;

    /** Every child of the place on the day: whether a family has it, and whether a girl of eight has a woman. */
    private static final String CHILDREN = """
            SELECT c.id, LEFT(c.village_code, ?) AS part, p.id IS NOT NULL AS family,
                   c.sex = 'FEMALE' AND DATE_ADD(c.birth_on, INTERVAL 8 YEAR) <= ? AS girl,
                   COALESCE(f.cadre_sex = 'FEMALE', FALSE) AS woman
            FROM child c
            LEFT JOIN pairing p ON p.child_id = c.id AND p.kind = 'FAMILY' AND p.status IN ('ACTIVE', 'ENDED')
              AND p.starts_on <= ? AND (p.ends_on IS NULL OR p.ends_on > ?)
            LEFT JOIN cadre_family f ON f.id = p.family_id
            WHERE c.village_code LIKE ? AND c.registered_on <= ? AND (c.left_on IS NULL OR c.left_on > ?)
            """;

    private static final String COUNTS = "COUNT(*), SUM(s.family), SUM(s.girl), SUM(s.girl AND NOT s.woman)";

    private static final String IN_A_CATEGORY = "FROM child_category WHERE starts_on <= ? AND ends_on > ?";

    /** The parts of the place, where a child counts once, and the categories, where it counts in each. */
    private static final List<String> RECOUNT = List.of(
            "SELECT s.part, " + COUNTS + " FROM (" + CHILDREN + ") s JOIN (SELECT DISTINCT child_id " + IN_A_CATEGORY
                    + ") k ON k.child_id = s.id GROUP BY s.part",
            "SELECT k.category, " + COUNTS + " FROM (" + CHILDREN + ") s JOIN (SELECT child_id, category "
                    + IN_A_CATEGORY + ") k ON k.child_id = s.id GROUP BY k.category");

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception {
        double[] ratios = new double[DAYS];
        boolean equal = true;
        Random random = new Random(size.seed());
        try (Instance server = stage.instance();
                Http console = new People(stage).console(server.port(), Administrators.of(size));
                Connection connection = stage.connection()) {
            Load.of(List.of(() -> page(console, size, someDay(random))), 0, WARM_UP_MILLIS);
            for (int i = 0; i < DAYS; i++) {
                LocalDate day = someDay(random);
                long begun = System.nanoTime();
                Map<String, List<Integer>> recounted = recount(connection, size, day);
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
                equal &= recounted.equals(shown(page));
                System.out.printf(
                        "  %s: page %.1f ms, recount %.0f ms, %s%n",
                        day,
                        reads[READS / 2],
                        scratch,
                        recounted.equals(shown(page)) ? recounted : shown(page) + " is " + recounted);
            }
        }
        figures.accept(Figure.atLeast(
                200, "coverage page of a past day", "a recount from scratch in SQL", size.label(), ratios));
        figures.accept(
                Figure.atLeast(1, "coverage page equals the recount", "the same days", size.label(), equal ? 1 : 0));
    }

    private static LocalDate someDay(Random random) {
        return LocalDate.now().minusDays(random.nextInt(YEARS_BACK * 365));
    }

    private static JsonNode page(Http console, Size size, LocalDate day) throws Exception {
        return console.get("/api/admin/coverage?division=" + size.place().value() + "&on=" + day)
                .ok()
                .json();
    }

    /** The parts by code, with their girls that have no woman; the categories; the whole under its own code. */
    private static Map<String, List<Integer>> shown(JsonNode page) {
        Map<String, List<Integer>> shown = new TreeMap<>();
        shown.put(
                page.at("/division/code").asString(),
                List.of(
                        page.path("eligible").asInt(),
                        page.path("byFamily").asInt(),
                        page.at("/girls/eligible").asInt(),
                        page.at("/girls/without").asInt()));
        page.path("parts").forEach(part -> {
            if (part.path("eligible").asInt() > 0) {
                shown.put(
                        part.at("/division/code").asString(),
                        List.of(
                                part.path("eligible").asInt(),
                                part.path("covered").asInt(),
                                part.path("girlsWithoutFemaleCadre").asInt()));
            }
        });
        page.path("categories")
                .forEach(category -> shown.put(
                        category.path("code").asString(),
                        List.of(
                                category.path("eligible").asInt(),
                                category.path("covered").asInt())));
        return shown;
    }

    private static Map<String, List<Integer>> recount(Connection connection, Size size, LocalDate day)
            throws SQLException {
        Map<String, List<Integer>> counted = new TreeMap<>();
        int[] whole = new int[4];
        for (String sql : RECOUNT) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, size.place().childLength());
                statement.setString(5, size.place().value() + "%");
                for (int parameter : new int[] {2, 3, 4, 6, 7, 8, 9}) {
                    statement.setObject(parameter, day);
                }
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        boolean part = sql.equals(RECOUNT.get(0));
                        for (int i = 0; part && i < whole.length; i++) {
                            whole[i] += row.getInt(2 + i);
                        }
                        counted.put(
                                row.getString(1),
                                part
                                        ? List.of(row.getInt(2), row.getInt(3), row.getInt(5))
                                        : List.of(row.getInt(2), row.getInt(3)));
                    }
                }
            }
        }
        counted.put(size.place().value(), List.of(whole[0], whole[1], whole[2], whole[3]));
        return counted;
    }
}
