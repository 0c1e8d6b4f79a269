package org.tongxing.bench.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.load.Load;
import org.tongxing.bench.peer.Empty;
import org.tongxing.bench.stage.Http;
import org.tongxing.bench.stage.Instance;
import org.tongxing.bench.stage.People;
import org.tongxing.bench.stage.Stage;

/** The first page of a cadre family's phone, and the list of children on the console. */
public final class Reading implements Row {

    private static final int THREADS = 4;
    static final int PEOPLE = 12;
    private static final int ROUNDS = 3;
    private static final int WARM_UP_MILLIS = 90_000;
    private static final int SHORT_WARM_UP_MILLIS = 3_000;
    private static final int MILLIS = 4_000;
    private static final String HOME = "/api/phone/home";

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) throws Exception {
        List<Families> families = Families.some(stage, 0, PEOPLE);
        String list = "/api/admin/children?which=ELIGIBLE&sort=NAME&size=20&category=1&division="
                + size.place().value();
        List<Path> homes = new ArrayList<>();
        List<Path> lists = new ArrayList<>();
        try (Tapes tapes = new Tapes(stage);
                Http console = new People(stage).console(tapes.port(), Administrators.of(size))) {
            for (Families family : families) {
                try (Http phone = new People(stage).phone(tapes.port(), family.openid())) {
                    homes.add(tapes.record(
                            "home-" + homes.size(), () -> phone.get(HOME).ok()));
                }
            }
            for (int page = 1; page <= PEOPLE; page++) {
                String path = list + "&page=" + page;
                lists.add(tapes.record("list-" + page, () -> console.get(path).ok()));
            }
        }
        try (Instance ours = stage.instance();
                Instance empty = Instance.start(
                        Empty.class.getName(),
                        Map.of("tongxing.sandbox.enabled", false),
                        Empty.PATH,
                        stage.log("empty"))) {
            People people = new People(stage);
            List<Http> phones = new ArrayList<>();
            for (Families family : families) {
                phones.add(people.phone(ours.port(), family.openid()));
            }
            compare(stage, "family's home page", size, homes, empty, figures, thread -> {
                int[] turn = {thread};
                List<Http> own =
                        phones.stream().map(phone -> phone.again(ours.port())).toList();
                return () -> own.get(turn[0]++ % own.size()).get(HOME).ok();
            });
            Http console = people.console(ours.port(), Administrators.of(size));
            compare(stage, "console list of children", size, lists, empty, figures, thread -> {
                int[] turn = {thread};
                Http own = console.again(ours.port());
                return () -> own.get(list + "&page=" + (turn[0]++ % PEOPLE + 1)).ok();
            });
        }
    }

    private static void compare(
            Stage stage,
            String name,
            Size size,
            List<Path> tapes,
            Instance empty,
            Consumer<Figure> figures,
            Reader reader)
            throws Exception {
        Load.of(deeds(reader), 0, WARM_UP_MILLIS);
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Load ours = Load.of(deeds(reader), SHORT_WARM_UP_MILLIS, MILLIS);
            double jdbc = Tapes.play(stage, tapes, THREADS, SHORT_WARM_UP_MILLIS, MILLIS);
            Load nothing = Load.of(
                    deeds(thread -> {
                        Http http = new Http(empty.port());
                        return () -> http.get(Empty.PATH).ok();
                    }),
                    SHORT_WARM_UP_MILLIS,
                    MILLIS);
            System.out.printf(
                    "  %s: %.0f/s, p95 %.1f ms; plain JDBC %.0f/s; empty endpoint %.0f/s%n",
                    name, ours.perSecond(), ours.p95(), jdbc, nothing.perSecond());
            ratios[round] = ours.perSecond() / Math.min(jdbc, nothing.perSecond());
        }
        figures.accept(
                Figure.atLeast(0.6, name, "the smaller of plain JDBC and an empty endpoint", size.label(), ratios));
    }

    private static List<Load.Deed> deeds(Reader reader) {
        List<Load.Deed> deeds = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            deeds.add(reader.of(thread));
        }
        return deeds;
    }

    /** What a thread reads over and over. */
    private interface Reader {
        Load.Deed of(int thread);
    }
}
