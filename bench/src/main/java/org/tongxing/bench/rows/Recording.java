package org.tongxing.bench.rows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.load.Load;
import org.tongxing.bench.stage.Http;
import org.tongxing.bench.stage.Instance;
import org.tongxing.bench.stage.People;
import org.tongxing.bench.stage.Stage;

/** Visits of many families at once, each durable before it is acknowledged, against the same rows by plain JDBC. */
public final class Recording implements Row {

    private static final int THREADS = 8;

    /** Nobody visits a child a thousand times. */
    private static final int FAMILIES_EACH = 40;

    private static final int ROUNDS = 3;
    private static final int WARM_UP_MILLIS = 90_000;
    private static final int SHORT_WARM_UP_MILLIS = 3_000;
    private static final int MILLIS = 4_000;
    private static final String VISITS = "/api/phone/visits";

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception {
        List<Families> families = Families.some(stage, Reading.PEOPLE, THREADS * FAMILIES_EACH);
        List<Path> tape = new ArrayList<>();
        People people = new People(stage);
        try (Tapes tapes = new Tapes(stage)) {
            for (Families family : families.subList(0, THREADS)) {
                try (Http phone = people.phone(tapes.port(), family.openid())) {
                    tape.add(tapes.record("visit-" + tape.size(), () -> send(phone, family)));
                }
            }
        }
        double[] jdbc = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            // Before a server runs, which would count what is overdue after each of these visits as well.
            jdbc[round] = Tapes.play(stage, tape, THREADS, SHORT_WARM_UP_MILLIS, MILLIS);
        }
        double[] ratios = new double[ROUNDS];
        try (Instance ours = stage.instance()) {
            List<Load.Deed> deeds = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                deeds.add(inTurn(people, ours, families.subList(thread * FAMILIES_EACH, (thread + 1) * FAMILIES_EACH)));
            }
            Load.of(deeds, 0, WARM_UP_MILLIS);
            for (int round = 0; round < ROUNDS; round++) {
                Load load = Load.of(deeds, SHORT_WARM_UP_MILLIS, MILLIS);
                System.out.printf(
                        "  %.0f visits/s, p95 %.1f ms; plain JDBC %.0f/s%n", load.perSecond(), load.p95(), jdbc[round]);
                ratios[round] = load.perSecond() / jdbc[round];
            }
        }
        figures.accept(Figure.atLeast(
                0.6, "recording a visit, durable", "the same statements by plain JDBC", size.label(), ratios));
    }

    private static Load.Deed inTurn(People people, Instance ours, List<Families> families) throws Exception {
        List<Http> phones = new ArrayList<>();
        for (Families family : families) {
            phones.add(people.phone(ours.port(), family.openid()));
        }
        int[] turn = {0};
        return () -> {
            int next = turn[0]++ % families.size();
            send(phones.get(next), families.get(next));
        };
    }

    static void send(Http phone, Families family) throws java.io.IOException {
        phone.post(
                        VISITS,
                        Map.of(
                                "childIds",
                                List.of(family.child()),
                                "visitedOn",
                                LocalDate.now().toString(),
                                "met",
                                List.of("CHILD"),
                                "topics",
                                List.of("DROWNING"),
                                "condition",
                                "WELL",
                                "photoIds",
                                List.of()),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .ok();
    }
}
