package org.tongxing.bench.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * SIGKILL under the mixed load, at random moments. The server is started again as systemd would; database and Redis come
 * back on the same data, and the server is left alone.
 */
final class Killing implements Drill {

    private static final int SHORTEST_WORK = 1_000;
    private static final int LONGEST_WORK = 5_000;
    private static final int SHORTEST_ABSENCE = 300;
    private static final int LONGEST_ABSENCE = 3_000;

    private final String name;
    private final Choice choice;

    private Killing(String name, Choice choice) {
        this.name = name;
        this.choice = choice;
    }

    static Killing server() {
        return new Killing("server", scene -> new Victim() {
            @Override
            public void kill() throws Exception {
                scene.server().kill();
            }

            @Override
            public void restart() throws Exception {
                scene.server().restart();
            }
        });
    }

    static Killing database() {
        return new Killing("database", scene -> of(scene.database()));
    }

    static Killing redis() {
        return new Killing("redis", scene -> of(scene.redis()));
    }

    private static Victim of(Engine engine) {
        return new Victim() {
            @Override
            public void kill() {
                engine.kill();
            }

            @Override
            public void restart() throws Exception {
                engine.restart();
            }
        };
    }

    @Override
    public Verdict run(int times, long seed) throws Exception {
        Random random = new Random(seed);
        try (Scene scene = Scene.of(this.name, stage -> Map.of());
                MixedLoad load = new MixedLoad(scene, seed)) {
            long pid = scene.server().pid();
            Victim victim = this.choice.in(scene);
            List<String> wrong = new ArrayList<>();
            List<Long> back = new ArrayList<>();
            load.back(System.nanoTime());
            for (int time = 1; time <= times; time++) {
                Thread.sleep(random.nextInt(SHORTEST_WORK, LONGEST_WORK));
                long from = System.nanoTime();
                victim.kill();
                Thread.sleep(random.nextInt(SHORTEST_ABSENCE, LONGEST_ABSENCE));
                long again = System.nanoTime();
                load.journal().watch(again);
                victim.restart();
                boolean all = load.back(again);
                back.add(load.journal().firstAnswerAfter(again));
                System.out.printf(
                        "  %d of %d: away %.1f s, first acknowledged %d ms after the start, all %d ms%n",
                        time,
                        times,
                        (again - from) / 1e9,
                        back.get(back.size() - 1),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - again));
                if (!all) {
                    wrong.add("not everybody was answered within two minutes after time " + time);
                    break;
                }
            }
            if (!this.name.equals("server") && scene.server().pid() != pid) {
                wrong.add("the server was started again");
            }
            MixedLoad.Compared compared = load.compare();
            return Verdict.of(this.name, times, load.journal(), compared, back, wrong, Map.of("back", back));
        }
    }

    private interface Victim {
        void kill() throws Exception;

        void restart() throws Exception;
    }

    private interface Choice {
        Victim in(Scene scene) throws Exception;
    }
}
