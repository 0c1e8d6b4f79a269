package org.tongxing.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongxing.bench.data.Generator;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.rows.Arriving;
import org.tongxing.bench.rows.Claiming;
import org.tongxing.bench.rows.CoveragePage;
import org.tongxing.bench.rows.Explaining;
import org.tongxing.bench.rows.Exporting;
import org.tongxing.bench.rows.Importing;
import org.tongxing.bench.rows.Night;
import org.tongxing.bench.rows.Planning;
import org.tongxing.bench.rows.Reading;
import org.tongxing.bench.rows.Recording;
import org.tongxing.bench.rows.Searching;
import org.tongxing.bench.rows.Starting;
import org.tongxing.bench.stage.Stage;

/**
 * Fills a stage and measures rows on it, one after another: {@code Bench county|city|province children seed
 * [row …]}; {@code bench/run} calls it.
 */
public final class Bench {

    private static final Map<String, Row> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("reading", new Reading());
        ROWS.put("recording", new Recording());
        ROWS.put("coverage", new CoveragePage());
        ROWS.put("searching", new Searching());
        ROWS.put("explaining", new Explaining());
        ROWS.put("arriving", new Arriving());
        ROWS.put("night", new Night());
        ROWS.put("importing", new Importing());
        ROWS.put("exporting", new Exporting());
        ROWS.put("starting", new Starting());
        ROWS.put("planning", new Planning());
        ROWS.put("claiming", new Claiming());
    }

    private Bench() {}

    public static void main(String[] args) {
        try {
            System.exit(run(args) ? 0 : 1);
        } catch (Exception failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static boolean run(String[] args) throws Exception {
        Size size = Size.of(args[0], Integer.parseInt(args[1]), Long.parseLong(args[2]));
        List<String> rows = args.length > 3 ? List.of(args).subList(3, args.length) : List.copyOf(ROWS.keySet());
        Results results = new Results(Path.of("results.json"), System.getProperty("bench.commit", "unknown"));
        Stage stage = Stage.named(size.stage(), System.getenv("TONGXING_SANDBOX_MYSQL"));
        System.out.println("Stage " + stage.directory());
        new Generator(stage, size).fill();
        List<String> failures = new ArrayList<>();
        for (String name : rows) {
            System.out.println(name);
            try {
                ROWS.get(name).measure(stage, size, figure -> {
                    System.out.println("  " + figure);
                    keep(results, figure);
                });
            } catch (Exception failure) {
                failure.printStackTrace();
                failures.add(name);
            }
        }
        return failures.isEmpty();
    }

    private static void keep(Results results, Figure figure) {
        try {
            results.keep(figure);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
