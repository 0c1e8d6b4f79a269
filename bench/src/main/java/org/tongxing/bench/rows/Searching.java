package org.tongxing.bench.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.load.Load;
import org.tongxing.bench.stage.Http;
import org.tongxing.bench.stage.Instance;
import org.tongxing.bench.stage.People;
import org.tongxing.bench.stage.Stage;

/** Search for a child among all of the place, against opening one whose key is known. */
public final class Searching implements Row {

    private static final int ROUNDS = 3;
    private static final int SAMPLE = 200;
    private static final int WARM_UP_MILLIS = 4_000;
    private static final int MILLIS = 4_000;

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception {
        List<Known> sample = sample(stage, size);
        try (Instance server = stage.instance();
                Http console = new People(stage).console(server.port(), Administrators.of(size))) {
            compare("search by name", console, size, sample, Known::name, figures);
            compare(
                    "search by part of a name",
                    console,
                    size,
                    sample,
                    child -> child.name().substring(1),
                    figures);
            compare("search by pinyin", console, size, sample, Known::pinyin, figures);
            compare("search by initials", console, size, sample, Known::initials, figures);
        }
    }

    private static void compare(
            String name,
            Http console,
            Size size,
            List<Known> sample,
            java.util.function.Function<Known, String> words,
            Consumer<Figure> figures)
            throws Exception {
        double[] ratios = new double[ROUNDS];
        Random random = new Random(size.seed());
        for (int round = 0; round < ROUNDS; round++) {
            Load search = Load.of(
                    List.of(() -> console.post(
                                    "/api/admin/children/search",
                                    Map.of(
                                            "division",
                                            size.place().value(),
                                            "q",
                                            words.apply(sample.get(random.nextInt(sample.size())))))
                            .ok()),
                    WARM_UP_MILLIS,
                    MILLIS);
            Load key = Load.of(
                    List.of(() -> console.get("/api/admin/children/"
                                    + sample.get(random.nextInt(sample.size())).id() + "/owed")
                            .ok()),
                    WARM_UP_MILLIS / 2,
                    MILLIS);
            System.out.printf("  %s: p95 %.1f ms; by key %.1f ms%n", name, search.p95(), key.p95());
            ratios[round] = search.p95() / key.p95();
        }
        figures.accept(Figure.atMost(5, name + ", p95", "a child by its key over HTTP, p95", size.label(), ratios));
    }

    private static List<Known> sample(Stage stage, Size size) throws Exception {
        List<Known> sample = new ArrayList<>();
        try (Connection connection = stage.connection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT id, name, pinyin, initials FROM child WHERE id % ? = 7 ORDER BY id LIMIT ?")) {
            statement.setInt(1, Math.max(1, size.children() / SAMPLE));
            statement.setInt(2, SAMPLE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sample.add(new Known(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
        return sample;
    }

    private record Known(long id, String name, String pinyin, String initials) {}
}
