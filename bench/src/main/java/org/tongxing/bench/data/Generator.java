package org.tongxing.bench.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongxing.bench.stage.Stage;
import org.tongxing.child.NewChild;
import org.tongxing.child.Newcomers;
import org.tongxing.coverage.Coverage;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.NationalDivisions;

/**
 * Fills a stage once. Children enter through the server's own front door, so that their categories and tiers are what the
 * rule books make of them; helpers, pairings, visits and calls are written as rows. What goes beyond ten thousand are copies.
 */
public final class Generator {

    private static final int THREADS = 2;
    private static final int VILLAGES_AT_ONCE = 8;

    /** So many villages are made one by one; the others are copies of them. */
    private static final int PATTERN = 200;

    /** The changes of the pattern are wanted as they are. */
    private static final Map<String, String> UNFOLDED = Map.of("tongxing.coverage.fold-every", "30d");

    private static final List<String> WRITTEN = List.of(
            "household",
            "child",
            "newcomer",
            "child_fact",
            "child_category",
            "child_tier",
            "adult",
            "unit",
            "cadre_family",
            "family_adult",
            "phone_account",
            "membership",
            "pairing",
            "visit",
            "visit_child",
            "contact",
            "coverage_cell",
            "child_standing",
            "coverage_change");

    private final Stage stage;
    private final Size size;
    private final LocalDate today = LocalDate.now();

    public Generator(Stage stage, Size size) {
        this.stage = stage;
        this.size = size;
    }

    /** Makes what is not there yet and says how long it took. */
    public void fill() throws Exception {
        Path divisions = Path.of(System.getProperty("bench.divisions"));
        try (ConfigurableApplicationContext server = this.stage.application(UNFOLDED);
                Connection connection = this.stage.connection()) {
            run(connection, "CREATE TABLE IF NOT EXISTS bench_stage (name VARCHAR(60) NOT NULL PRIMARY KEY)");
            if (done(connection, "divisions")) {
                say("divisions are there");
            } else {
                time("divisions", () -> server.getBean(NationalDivisions.class).load(divisions));
                run(
                        connection,
                        "INSERT INTO adoption (division_code, book, starts_on, recorded_at) VALUES ('"
                                + this.size.place().value() + "', 'JB', '2023-11-08', NOW(3))");
                mark(connection, "divisions");
            }
        }
        // Rules are read once at the start, hence a second one.
        try (ConfigurableApplicationContext server = this.stage.application(UNFOLDED);
                Connection connection = this.stage.connection()) {
            List<DivisionCode> villages = villages(connection);
            int made = Math.min(villages.size(), PATTERN);
            if (!done(connection, "pattern")) {
                // What an interrupted run left behind.
                for (String table : WRITTEN) {
                    run(connection, "TRUNCATE TABLE " + table);
                }
                List<DivisionCode> pattern = villages.subList(0, made);
                time("children, helpers and deeds", () -> people(server, pattern));
                Coverage coverage = server.getBean(Coverage.class);
                time("coverage", () -> inParallel(made, i -> coverage.recompute(pattern.get(i))));
                mark(connection, "pattern");
            }
            if (!done(connection, "copies")) {
                Copies copies = new Copies(server.getBean(Vault.class));
                int rounds = Copies.plan(connection, villages, made);
                time("copies", () -> inParallel(rounds, round -> copy(copies, round + 1)));
                run(connection, "ALTER TABLE newcomer AUTO_INCREMENT = " + (rounds + 1) * Copies.STRIDE);
                run(connection, "DROP TABLE bench_secret");
                mark(connection, "copies");
            }
            if (!done(connection, "sums")) {
                time("sums", () -> Sums.of(connection, villages, made));
                mark(connection, "sums");
            }
            if (!done(connection, "counted")) {
                // A database that has run for a day knows how much is in its tables.
                time("statistics", () -> run(connection, "ANALYZE TABLE " + String.join(", ", WRITTEN)));
                mark(connection, "counted");
            }
        }
    }

    /** One round, in one transaction, once. */
    private void copy(Copies copies, int round) throws SQLException {
        try (Connection connection = this.stage.connection()) {
            String name = "copy " + round;
            if (!done(connection, name)) {
                connection.setAutoCommit(false);
                copies.make(connection, round);
                mark(connection, name);
                connection.commit();
            }
        }
    }

    private void people(ConfigurableApplicationContext server, List<DivisionCode> villages) throws Exception {
        Newcomers newcomers = server.getBean(Newcomers.class);
        Vault vault = server.getBean(Vault.class);
        int each = this.size.childrenPerVillage();
        int parts = (villages.size() + VILLAGES_AT_ONCE - 1) / VILLAGES_AT_ONCE;
        inParallel(parts, part -> {
            try (Connection connection = this.stage.connection()) {
                connection.setAutoCommit(false);
                // What the server has registered meanwhile is looked up.
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                try (Deeds deeds = new Deeds(connection, this.size, this.today, vault)) {
                    int last = Math.min(villages.size(), (part + 1) * VILLAGES_AT_ONCE);
                    for (int i = part * VILLAGES_AT_ONCE; i < last; i++) {
                        DivisionCode village = villages.get(i);
                        Chance chance = new Chance(this.size.seed(), village.value());
                        List<NewChild> kids = new Kids(chance, village, this.today, (long) i * each).of(each);
                        List<Long> ids = newcomers.register(kids, null, null);
                        deeds.of(i, chance, kids, ids);
                    }
                }
                connection.commit();
            }
        });
    }

    /** Villages of the place in the order of their codes, spread evenly over it. */
    private List<DivisionCode> villages(Connection connection) throws SQLException {
        List<DivisionCode> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT code FROM division WHERE level = 'VILLAGE' AND code LIKE ? ORDER BY code")) {
            statement.setString(1, this.size.place().value() + "%");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(new DivisionCode(rows.getString(1)));
                }
            }
        }
        int wanted = Math.min(all.size(), this.size.villages());
        List<DivisionCode> some = new ArrayList<>(wanted);
        for (int i = 0; i < wanted; i++) {
            some.add(all.get((int) ((long) i * all.size() / wanted)));
        }
        return some;
    }

    private static void inParallel(int parts, Part work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        AtomicInteger next = new AtomicInteger();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                        work.make(part);
                        if (part > 0 && part % 10 == 0) {
                            say(part + " of " + parts);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void time(String what, Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        say("%s: %d s".formatted(what, (System.nanoTime() - begun) / 1_000_000_000));
    }

    private static void say(String words) {
        System.out.println("  " + words);
    }

    private static boolean done(Connection connection, String what) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM bench_stage WHERE name = ?")) {
            statement.setString(1, what);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void mark(Connection connection, String what) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO bench_stage VALUES (?)")) {
            statement.setString(1, what);
            statement.executeUpdate();
        }
    }

    /** Executes one statement. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private interface Part {
        void make(int part) throws Exception;
    }

    private interface Work {
        void run() throws Exception;
    }
}
