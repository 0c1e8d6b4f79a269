package org.tongxing.bench.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.stage.Stage;

/** The rush of {@code claim.sh}: whether claiming stayed exact, and its pace against a bare compare-and-set. */
public final class Claiming implements Row {

    private static final Path TABLE = Path.of("../server/target/claim.md");
    private static final Pattern PACE = Pattern.compile("(one wish|\\d+ wishes), in the server.* (\\d+) % of");

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception {
        int exact = new ProcessBuilder("./claim.sh").inheritIO().start().waitFor();
        String people = "2,000 people";
        figures.accept(Figure.atLeast(
                1, "claiming stays exact", "one claimer each, nobody over the limit", people, exact == 0 ? 1 : 0));
        Matcher pace = PACE.matcher(Files.exists(TABLE) ? Files.readString(TABLE) : "");
        while (pace.find()) {
            figures.accept(Figure.atLeast(
                    0.6,
                    "claiming, people at once on " + pace.group(1),
                    "a bare compare-and-set by JDBC",
                    people,
                    Integer.parseInt(pace.group(2)) / 100.0));
        }
    }
}
