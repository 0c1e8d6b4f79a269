package org.tongxing.bench.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tongxing.bench.drill.Line.State;
import org.tongxing.bench.stage.Http;
import org.tongxing.sandbox.oss.OssDouble;

/**
 * Somebody outside takes connections and never answers, or answers a byte a second. Other work goes on as before, nothing
 * piles up, what depends on the answer is told so within seconds, and once the line is through again everything comes right.
 */
final class Hanging implements Drill {

    private static final int CALM_MILLIS = 8_000;
    private static final int HUNG_MILLIS = 25_000;
    private static final int BACK_MILLIS = 90_000;
    private static final int MESSAGES_MILLIS = 480_000;
    private static final int LOOK_MILLIS = 250;
    private static final double SLOWER = 3;
    private static final double NOISE_MILLIS = 300;
    private static final int MORE_THREADS = 60;
    private static final int MORE_FILES = 120;
    private static final int MOST_MESSAGES = 20_000;
    private static final long LONGEST_NO_MILLIS = 15_000;
    private static final Duration STRANGER = Duration.ofSeconds(30);

    private final boolean oss;

    private Hanging(boolean oss) {
        this.oss = oss;
    }

    static Hanging wechat() {
        return new Hanging(false);
    }

    static Hanging oss() {
        return new Hanging(true);
    }

    private String name() {
        return this.oss ? "oss" : "wechat";
    }

    @Override
    public Verdict run(int times, long seed) throws Exception {
        List<Line> lines = new ArrayList<>();
        OssDouble bucket = OssDouble.start(Clock.systemUTC());
        try (Scene scene = Scene.of(name(), stage -> {
            Line line = Line.to(
                    this.oss ? bucket.endpoint() : stage.sandbox().wechat().baseUrl());
            lines.add(line);
            return this.oss ? bucket(line) : Map.of("tongxing.wechat.base-url", line.address());
        })) {
            String director = scene.director(MOST_MESSAGES);
            try (MixedLoad load = new MixedLoad(scene, seed)) {
                if (this.oss) {
                    load.withPhotographer(seed);
                }
                return run(times, scene, load, lines.get(0), director);
            }
        } finally {
            bucket.close();
        }
    }

    private Verdict run(int times, Scene scene, MixedLoad load, Line line, String director) throws Exception {
        List<String> wrong = new ArrayList<>();
        List<Long> back = new ArrayList<>();
        Map<String, Object> measured = new LinkedHashMap<>();
        load.back(System.nanoTime());
        for (int time = 1; time <= times; time++) {
            State state = time % 2 == 1 ? State.HUNG : State.SLOW;
            long calm = System.nanoTime();
            Thread.sleep(CALM_MILLIS);
            long hung = System.nanoTime();
            int threads = threads(scene);
            int files = files(scene);
            line.set(state);
            int mostThreads = 0;
            int mostFiles = 0;
            List<Http.Answer> noes = new ArrayList<>();
            while (System.nanoTime() - hung < TimeUnit.MILLISECONDS.toNanos(HUNG_MILLIS)) {
                if (!this.oss) {
                    noes.addAll(knock(scene, state, wrong));
                }
                mostThreads = Math.max(mostThreads, threads(scene));
                mostFiles = Math.max(mostFiles, files(scene));
                Thread.sleep(LOOK_MILLIS);
            }
            long over = System.nanoTime();
            line.set(State.THROUGH);
            double before = load.journal().p95(calm, hung, Hanging::ofOthers);
            double during = load.journal().p95(hung, over, Hanging::ofOthers);
            if (during > before * SLOWER + NOISE_MILLIS) {
                wrong.add("others waited %.0f ms instead of %.0f ms (%s)".formatted(during, before, state));
            }
            if (mostThreads > threads + MORE_THREADS || mostFiles > files + MORE_FILES) {
                wrong.add("%d threads and %d open files grew to %d and %d"
                        .formatted(threads, files, mostThreads, mostFiles));
            }
            back.add(recovered(scene, load, over, wrong));
            String line1 =
                    "%s: others %.0f ms before, %.0f ms meanwhile (95 of 100); threads %d to %d, files %d to %d; %d"
                            + " refused; back after %d ms";
            String said = line1.formatted(
                    state,
                    before,
                    during,
                    threads,
                    mostThreads,
                    files,
                    mostFiles,
                    noes.size(),
                    back.get(back.size() - 1));
            System.out.println("  " + time + " of " + times + ": " + said);
            measured.put(Integer.toString(time), said);
        }
        MixedLoad.Compared compared = load.compare();
        if (!this.oss) {
            measured.put("messages", Messages.delivered(scene, director, MESSAGES_MILLIS, wrong));
        }
        return Verdict.of(name(), times, load.journal(), compared, back, wrong, measured);
    }

    /** Somebody signs in while WeChat does not answer, and is told so. */
    private static List<Http.Answer> knock(Scene scene, State state, List<String> wrong) throws IOException {
        long asked = System.nanoTime();
        Http.Answer answer = signIn(scene);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
        boolean plain = answer.status() < 400
                || (answer.status() == 503 && Person.code(answer).equals("WECHAT_UNREACHABLE"));
        if (!plain) {
            wrong.add("a sign-in while %s was answered %d %s".formatted(state, answer.status(), Person.code(answer)));
        }
        if (took > LONGEST_NO_MILLIS) {
            wrong.add("a sign-in while %s waited %d ms".formatted(state, took));
        }
        return answer.status() < 400 ? List.of() : List.of(answer);
    }

    private static Http.Answer signIn(Scene scene) throws IOException {
        String openid = Scene.volunteers().get(0);
        String code = scene.stage().sandbox().people().loginCode(openid);
        int port = scene.server().port();
        // One that asks nothing a second time by itself.
        try (Http stranger = new Http(port);
                Http http = stranger.again(port, STRANGER)) {
            return http.post("/api/phone/session", Map.of("code", code));
        }
    }

    /** How long after the line is through the first thing that depends on it comes through. */
    private long recovered(Scene scene, MixedLoad load, long over, List<String> wrong) throws Exception {
        long deadline = over + TimeUnit.MILLISECONDS.toNanos(BACK_MILLIS);
        while (System.nanoTime() < deadline) {
            boolean through = this.oss
                    ? load.journal().answeredSince("photographer", over)
                    : signIn(scene).status() < 400;
            if (through) {
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - over);
            }
            Thread.sleep(100);
        }
        wrong.add("nothing came through within " + BACK_MILLIS + " ms after the line was through again");
        return BACK_MILLIS;
    }

    private static boolean ofOthers(String who) {
        return !who.startsWith("photographer");
    }

    private static Map<String, ?> bucket(Line line) {
        return Map.of(
                "tongxing.media.oss.endpoint", line.address(),
                "tongxing.media.oss.region", OssDouble.REGION,
                "tongxing.media.oss.bucket", OssDouble.BUCKET,
                "tongxing.media.oss.access-key-id", OssDouble.KEY_ID,
                "tongxing.media.oss.access-key-secret", OssDouble.SECRET,
                "tongxing.media.oss.path-style", true,
                "tongxing.media.oss.answer", "5s");
    }

    private static int threads(Scene scene) throws IOException {
        return count(Path.of("/proc", Long.toString(scene.server().pid()), "task"));
    }

    private static int files(Scene scene) throws IOException {
        return count(Path.of("/proc", Long.toString(scene.server().pid()), "fd"));
    }

    private static int count(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return (int) all.count();
        }
    }
}
