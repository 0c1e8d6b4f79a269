package org.tongxing.bench.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.stage.Http;
import org.tongxing.bench.stage.People;
import org.tongxing.bench.stage.Stage;

/** How the database goes about every statement of the pages that are measured; kept in {@code explain/}, one file an engine. */
public final class Explaining implements Row {

    /** A table that is read from end to end is short, or has no business there. */
    private static final long SHORT = 500;

    /** Where somebody looks for a child; in a county's own stage it is all there is. */
    private static final String COUNTY = "511304";

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception {
        String place = COUNTY;
        List<Path> tapes = new ArrayList<>();
        People people = new People(stage);
        Families family = Families.some(stage, 0, 1).get(0);
        try (Tapes recorder = new Tapes(stage);
                Http console = people.console(recorder.port(), Administrators.of(size));
                Http phone = people.phone(recorder.port(), family.openid())) {
            tapes.add(recorder.record(
                    "family-home", () -> phone.get("/api/phone/home").ok()));
            tapes.add(recorder.record("visit", () -> Recording.send(phone, family)));
            tapes.add(recorder.record(
                    "list-of-children",
                    () -> console.get(
                                    "/api/admin/children?which=ELIGIBLE&sort=NAME&size=20&category=1&division=" + place)
                            .ok()));
            for (Map.Entry<String, String> words : Map.of(
                            "name", "孟若", "pinyin", "mengruo", "initials", "mr", "id", "590000201501010012")
                    .entrySet()) {
                tapes.add(recorder.record(
                        "search-by-" + words.getKey(),
                        () -> console.post(
                                        "/api/admin/children/search", Map.of("division", place, "q", words.getValue()))
                                .ok()));
            }
            tapes.add(recorder.record(
                    "coverage",
                    () -> console.get("/api/admin/coverage?division="
                                    + size.place().value() + "&on="
                                    + LocalDate.now().minusDays(40))
                            .ok()));
        }
        try (Connection connection = stage.connection()) {
            List<String> whole = write(connection, tapes, size);
            whole.forEach(one -> System.out.println("  reads a whole table: " + one));
            figures.accept(Figure.atMost(0, "statements that read a whole table", "none", size.label(), whole.size()));
        }
    }

    private static List<String> write(Connection connection, List<Path> tapes, Size size)
            throws SQLException, IOException {
        String product = connection.getMetaData().getDatabaseProductVersion();
        String engine = product.toLowerCase(Locale.ROOT).contains("mariadb") ? "mariadb" : "mysql";
        List<String> whole = new ArrayList<>();
        StringBuilder text = new StringBuilder("# %s, %s%n".formatted(product, size.label()));
        for (Path tape : tapes) {
            text.append("%n## %s%n".formatted(tape.getFileName().toString().replace(".sql", "")));
            Set<String> statements = new LinkedHashSet<>(Files.readAllLines(tape));
            for (String sql : statements) {
                if (sql.matches("(SELECT|UPDATE|DELETE) .*") && sql.contains(" FROM ") | sql.startsWith("UPDATE")) {
                    text.append("%n```sql%n%s%n```%n".formatted(sql));
                    explain(connection, engine, sql, text, whole);
                }
            }
        }
        Files.writeString(Files.createDirectories(Path.of("explain")).resolve(engine + ".md"), text);
        return whole;
    }

    private static void explain(
            Connection connection, String engine, String sql, StringBuilder text, List<String> whole)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet steps = statement.executeQuery(
                        (engine.equals("mysql") ? "EXPLAIN FORMAT=TRADITIONAL " : "EXPLAIN ") + sql)) {
            ResultSetMetaData columns = steps.getMetaData();
            line(text, columns, index -> columns.getColumnLabel(index));
            line(text, columns, index -> "---");
            while (steps.next()) {
                line(text, columns, steps::getString);
                if ("ALL".equals(steps.getString("type"))
                        && steps.getLong("rows") > SHORT
                        && !steps.getString("table").startsWith("<")) {
                    whole.add(steps.getString("table") + ": " + sql);
                }
            }
        }
    }

    private static void line(StringBuilder text, ResultSetMetaData columns, Cells cells) throws SQLException {
        text.append('|');
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String cell = cells.at(i);
            text.append(' ')
                    .append(cell == null ? "" : cell.replace("|", "\\|"))
                    .append(" |");
        }
        text.append('\n');
    }

    private interface Cells {
        String at(int index) throws SQLException;
    }
}
