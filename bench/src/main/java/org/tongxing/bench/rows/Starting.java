package org.tongxing.bench.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.peer.Bare;
import org.tongxing.bench.stage.Instance;
import org.tongxing.bench.stage.Stage;

/** The packaged jar on a database that runs already, against an application without content from the same jar's libraries. */
public final class Starting implements Row {

    private static final int ROUNDS = 5;
    private static final Path JAR = Path.of("../server/target/server-0.1.0-SNAPSHOT-exec.jar");

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception {
        double[] starts = new double[ROUNDS];
        double[] memory = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Seen ours = start(List.of("-jar", JAR.toString()), stage.settings(), stage.log("packaged"));
            Map<String, Object> plain = stage.settings();
            // Flyway comes with the starters; it finds nothing to do, and notes so in a table of its own.
            plain.put("spring.flyway.locations", "classpath:nothing");
            plain.put("spring.flyway.table", "bare_history");
            plain.put("spring.flyway.baseline-on-migrate", true);
            Seen bare = start(
                    List.of(
                            "-Dloader.main=" + Bare.class.getName(),
                            "-Dloader.path=" + Path.of("target/classes").toAbsolutePath(),
                            "-cp",
                            JAR.toString(),
                            "org.springframework.boot.loader.launch.PropertiesLauncher"),
                    plain,
                    stage.log("bare"));
            System.out.printf(
                    "  %.1f s, %d MB; bare %.1f s, %d MB%n",
                    ours.seconds(), ours.megabytes(), bare.seconds(), bare.megabytes());
            starts[round] = ours.seconds() / bare.seconds();
            memory[round] = (double) ours.megabytes() / bare.megabytes();
        }
        String against = "an empty application with the same starters";
        figures.accept(Figure.atMost(2, "cold start to the first answer", against, size.label(), starts));
        figures.accept(Figure.atMost(2, "resident memory after it", against, size.label(), memory));
    }

    private static Seen start(List<String> what, Map<String, ?> settings, Path log) throws Exception {
        long begun = System.nanoTime();
        try (Instance instance = Instance.start(new ArrayList<>(what), settings, Stage.HEALTH, log)) {
            return new Seen((System.nanoTime() - begun) / 1e9, resident(instance.pid()));
        }
    }

    private static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                .findFirst()
                .orElseThrow();
    }

    private record Seen(double seconds, long megabytes) {}
}
