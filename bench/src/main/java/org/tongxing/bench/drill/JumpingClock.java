package org.tongxing.bench.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tongxing.bench.stage.Http;
import org.tongxing.bench.stage.Stage;

/**
 * The server's clock jumps a day ahead, then behind the day on which a promise runs out, and back again; libfaketime lies to
 * the process while database and Redis keep the time. Promises end once and not early, people go on working, messages about
 * danger neither double nor wait for the day that was wrong.
 */
final class JumpingClock implements Drill {

    private static final int SETTLE_MILLIS = 12_000;
    private static final int RUN_OUT_MILLIS = 40_000;
    private static final int MESSAGES_MILLIS = 120_000;
    private static final int MOST_MESSAGES = 20_000;

    @Override
    public Verdict run(int times, long seed) throws Exception {
        String library = System.getProperty("drill.faketime", "");
        if (library.isEmpty() || !Files.exists(Path.of(library))) {
            throw new IllegalStateException("libfaketime is not there; bench/drill fetches it from Debian");
        }
        Path[] clock = new Path[1];
        try (Scene scene = Scene.of("clock", new Scene.Outside() {
            @Override
            public Map<String, ?> settings(Stage stage) {
                return Map.of(
                        "tongxing.wish.every", "2s",
                        "tongxing.notification.quiet-from", "03:00",
                        "tongxing.notification.quiet-until", "03:01");
            }

            @Override
            public Map<String, String> environment(Path evidence) throws IOException {
                clock[0] = evidence.resolve("clock");
                Files.writeString(clock[0], "+0");
                return Map.of(
                        "LD_PRELOAD",
                        library,
                        "FAKETIME_TIMESTAMP_FILE",
                        clock[0].toString(),
                        "FAKETIME_CACHE_DURATION",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        // A remedy for old C libraries, with which every timed wait of a present one returns at once.
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0");
            }
        })) {
            String director = scene.director(MOST_MESSAGES);
            try (MixedLoad load = new MixedLoad(scene, seed)) {
                return run(times, scene, load, clock[0], director);
            }
        }
    }

    private static Verdict run(int times, Scene scene, MixedLoad load, Path clock, String director) throws Exception {
        List<String> wrong = new ArrayList<>();
        List<Long> back = new ArrayList<>();
        load.back(System.nanoTime());
        long wish = Long.parseLong(scene.rows("SELECT MIN(w.id) FROM wish w JOIN (SELECT id FROM wish WHERE"
                        + " state IN ('OPEN', 'CLAIMED') AND family_until IS NULL AND alias = '小溪' ORDER BY id DESC LIMIT 8) d"
                        + " ON d.id = w.id")
                .get(0)
                .get(0));
        Http keeper = scene.phone(Scene.keeper());
        for (int time = 1; time <= times; time++) {
            keeper.post("/api/phone/wishes/" + wish + "/claim", Map.of()).ok();
            String claim = scene.rows("SELECT MAX(id) FROM wish_claim WHERE wish_id = " + wish)
                    .get(0)
                    .get(0);
            back.add(jump(load, clock, "+1d", wrong));
            if (!outcome(scene, claim).equals("null")) {
                wrong.add("a promise ended on its first day: " + outcome(scene, claim));
            }
            back.add(jump(load, clock, "+9d", wrong));
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RUN_OUT_MILLIS);
            while (outcome(scene, claim).equals("null") && System.nanoTime() < deadline) {
                Thread.sleep(200);
            }
            if (!outcome(scene, claim).equals("EXPIRED")) {
                wrong.add("a promise that ran out is " + outcome(scene, claim));
            }
            back.add(jump(load, clock, "+0", wrong));
            String steps = scene.rows("SELECT COUNT(*) FROM wish_step WHERE step = 'RELEASED' AND reason = 'EXPIRED'"
                            + " AND wish_id = " + wish)
                    .get(0)
                    .get(0);
            if (!steps.equals(Integer.toString(time))) {
                wrong.add("a promise that ran out " + time + " times was taken back " + steps + " times");
            }
            System.out.printf(
                    "  %d of %d: a day ahead, nine, and back; first acknowledged after %s ms%n",
                    time, times, back.subList(back.size() - 3, back.size()));
        }
        MixedLoad.Compared compared = load.compare();
        String messages = Messages.delivered(scene, director, MESSAGES_MILLIS, wrong);
        return Verdict.of("clock", times, load.journal(), compared, back, wrong, Map.of("messages", messages));
    }

    private static long jump(MixedLoad load, Path clock, String to, List<String> wrong) throws Exception {
        Files.writeString(clock, to);
        // libfaketime looks once a second.
        Thread.sleep(1_500);
        long from = System.nanoTime();
        load.journal().watch(from);
        if (!load.back(from)) {
            wrong.add("not everybody was answered within two minutes after the clock went to " + to);
        }
        Thread.sleep(SETTLE_MILLIS);
        return load.journal().firstAnswerAfter(from);
    }

    private static String outcome(Scene scene, String claim) throws Exception {
        return String.valueOf(scene.rows("SELECT outcome FROM wish_claim WHERE id = " + claim)
                .get(0)
                .get(0));
    }
}
