package org.tongxing.bench.rows;

import cn.idev.excel.FastExcel;
import cn.idev.excel.context.AnalysisContext;
import cn.idev.excel.event.AnalysisEventListener;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongxing.LargeRoster;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Generator;
import org.tongxing.bench.data.Inserts;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.stage.Http;
import org.tongxing.bench.stage.Instance;
import org.tongxing.bench.stage.People;
import org.tongxing.bench.stage.Stage;
import tools.jackson.databind.JsonNode;

/**
 * A roster of a hundred thousand children, from the upload until all of them are on file, in a heap of 512 MB; against reading
 * the workbook and inserting, in batches, the very rows that came of it. On a stage of its own, which is made anew.
 */
public final class Importing implements Row {

    private static final int ROWS = Integer.getInteger("bench.roster", 100_000);
    private static final int WARM_UP = ROWS / 4;
    private static final String IMPORTS = "/api/admin/imports";

    /** What an import leaves of a child, with how its rows are told from those that were there before. */
    private static final Map<String, String> LEFT = new LinkedHashMap<>();

    static {
        String child = "child_id IN (SELECT id FROM child WHERE import_id = %1$d)";
        LEFT.put("household", "id IN (SELECT household_id FROM child WHERE import_id = %1$d)");
        LEFT.put("child", "import_id = %1$d");
        LEFT.put("adult", child);
        LEFT.put("child_fact", child);
        LEFT.put("child_category", child);
        LEFT.put("child_tier", child);
        LEFT.put("child_standing", child);
        LEFT.put("coverage_cell", "village_code IN (SELECT village_code FROM child WHERE import_id = %1$d)");
    }

    @Override
    public void measure(Stage unused, Size size, Consumer<Figure> figures) throws Exception {
        Size small = Size.of("county", 50, size.seed());
        Stage stage = Stage.anew(small.stage(), System.getenv("TONGXING_SANDBOX_MYSQL"));
        new Generator(stage, small).fill();
        try (Connection connection = stage.connection()) {
            double ours;
            Taken large;
            try (Instance server = stage.instance(List.of("-Xmx512m"), Map.of());
                    Http clerk = new People(stage).console(server.port(), "zy.jialing")) {
                // Both have read and written before, so that neither is measured while it is being compiled.
                peer(connection, take(stage, clerk, town(connection, "511304102"), WARM_UP, 2));
                large = take(stage, clerk, town(connection, "511304103"), ROWS, 1);
                ours = large.seconds();
            }
            double peer = peer(connection, large);
            figures.accept(Figure.atMost(
                    2.5,
                    "roster import, in a heap of 512 MB",
                    "reading it with FastExcel and inserting the same rows",
                    "%,d rows".formatted(ROWS),
                    ours / peer));
        }
    }

    /** A roster from the upload until its children are on file. */
    private static Taken take(Stage stage, Http clerk, Town town, int rows, int series) throws Exception {
        Path workbook = stage.directory().resolve("roster-" + series + ".xlsx");
        try (OutputStream out = Files.newOutputStream(workbook)) {
            LargeRoster.write(out, rows, series, town.villages());
        }
        long begun = System.nanoTime();
        long id = clerk.upload(IMPORTS, workbook, Map.of("division", town.code()))
                .ok()
                .json()
                .path("id")
                .asLong();
        settled(clerk, id);
        double read = (System.nanoTime() - begun) / 1e9;
        clerk.post(IMPORTS + "/" + id + "/acceptance", Map.of()).ok();
        settled(clerk, id);
        double onFile = (System.nanoTime() - begun) / 1e9;
        System.out.printf("  %,d read in %.1f s, on file after %.1f s%n", rows, read, onFile);
        return new Taken(workbook, id, onFile);
    }

    /** Reads the workbook and inserts what the import has left. */
    private static double peer(Connection connection, Taken taken) throws SQLException {
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        for (Map.Entry<String, String> table : LEFT.entrySet()) {
            Generator.run(connection, "DROP TABLE IF EXISTS bench_" + table.getKey());
            Generator.run(connection, "CREATE TABLE bench_" + table.getKey() + " LIKE " + table.getKey());
            rows.put(
                    table.getKey(),
                    rows(connection, table.getKey(), table.getValue().formatted(taken.id())));
        }
        long begun = System.nanoTime();
        int lines = read(taken.workbook());
        double reading = (System.nanoTime() - begun) / 1e9;
        connection.setAutoCommit(false);
        for (Map.Entry<String, List<Object[]>> table : rows.entrySet()) {
            insert(connection, table.getKey(), table.getValue());
        }
        connection.commit();
        connection.setAutoCommit(true);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "  %,d lines read in %.1f s, the same %,d rows inserted after %.1f s%n",
                lines, reading, rows.values().stream().mapToInt(List::size).sum(), seconds);
        return seconds;
    }

    private static void settled(Http clerk, long id) throws Exception {
        String state = "READING";
        JsonNode last = null;
        while (state.equals("READING") || state.equals("ACCEPTING")) {
            Thread.sleep(200);
            last = clerk.get(IMPORTS + "/" + id).ok().json();
            state = last.path("state").asString();
        }
        if (!state.equals("PREVIEW") && !state.equals("ACCEPTED")) {
            throw new IllegalStateException(String.valueOf(last));
        }
    }

    /** The columns of a table apart from those the database makes of others. */
    private static String stored(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet column = connection.getMetaData().getColumns(connection.getCatalog(), null, table, null)) {
            while (column.next()) {
                if (column.getString("IS_GENERATEDCOLUMN").equals("NO")) {
                    columns.add(column.getString("COLUMN_NAME"));
                }
            }
        }
        return String.join(", ", columns);
    }

    private static List<Object[]> rows(Connection connection, String table, String which) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT " + stored(connection, table) + " FROM " + table + " WHERE " + which);
                ResultSet row = statement.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                Object[] values = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = row.getObject(i + 1);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static void insert(Connection connection, String table, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String places = "?" + ", ?".repeat(rows.get(0).length - 1);
        try (Inserts inserts = new Inserts(
                connection,
                "INSERT INTO bench_" + table + " (" + stored(connection, table) + ") VALUES (" + places + ")")) {
            for (Object[] row : rows) {
                inserts.add(row);
            }
        }
    }

    private static int read(Path workbook) {
        int[] lines = new int[1];
        FastExcel.read(workbook.toFile(), new AnalysisEventListener<Map<Integer, String>>() {
                    @Override
                    public void invoke(Map<Integer, String> row, AnalysisContext context) {
                        lines[0]++;
                    }

                    @Override
                    public void doAfterAllAnalysed(AnalysisContext context) {
                        // Everything was counted already.
                    }
                })
                .sheet()
                .doRead();
        return lines[0];
    }

    private static Town town(Connection connection, String code) throws SQLException {
        List<String> villages = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT name FROM division WHERE level = 'VILLAGE' AND code LIKE ? ORDER BY code")) {
            statement.setString(1, code + "%");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    villages.add(rows.getString(1));
                }
            }
        }
        return new Town(code, villages);
    }

    /** An import that is on file. */
    private record Taken(Path workbook, long id, double seconds) {}

    private record Town(String code, List<String> villages) {}
}
