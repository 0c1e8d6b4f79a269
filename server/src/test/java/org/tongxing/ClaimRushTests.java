package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Clause;
import org.tongxing.membership.Memberships;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.membership.PhoneTokens;
import org.tongxing.problem.Refusal;
import org.tongxing.wish.Claims;

/**
 * People who promise wishes at the same moment: on one server, on two, and while one of them is killed. Small here; {@code
 * bench/claim.sh} runs it with 2,000 people and 10,000 wishes and prints what came of it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "tongxing.sandbox.directory=target/sandbox-claim-${random.uuid}",
            "tongxing.sandbox.sample=accounts",
            "tongxing.wish.every=12h"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClaimRushTests {

    private static final int PEOPLE = Integer.getInteger("claim.people", 150);
    private static final int WISHES = Integer.getInteger("claim.wishes", 400);
    private static final int TRIES = 6;
    private static final int AT_ONCE = Integer.getInteger("claim.at-once", 64);
    private static final int LIMIT = 3;
    private static final int ROUNDS = Integer.getInteger("claim.rounds", 4);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Path REPORT = Path.of("target/claim.md");

    @LocalServerPort
    private int port;

    @Autowired
    private ConfigurableEnvironment environment;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private PhoneTokens tokens;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Claims claims;

    private List<Long> people = List.of();

    @BeforeEach
    void gather() throws Exception {
        for (String table :
                List.of("wish_step", "wish_claim", "wish", "volunteer", "membership", "phone_account", "child")) {
            this.jdbc.update("DELETE FROM " + table);
        }
        insert(
                "INSERT INTO phone_account (openid, created_at) VALUES (?, NOW())",
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> new Object[] {"rush-" + i})
                        .toList());
        this.people = this.jdbc.queryForList("SELECT id FROM phone_account ORDER BY id", Long.class);
        String today = LocalDate.now(TongxingApplication.ZONE).toString();
        insert(
                "INSERT INTO volunteer (phone_account_id, kind, name, id_sealed, id_digest, code_version, code_signed_at,"
                        + " screened_on, screening, trained_on, registered_at)"
                        + " VALUES (?, 'NEIGHBOUR', '某人', '', ?, '1', NOW(), ?, 'CLEAR', ?, NOW())",
                this.people.stream()
                        .map(id -> new Object[] {id, "d" + id, today, today})
                        .toList());
        insert(
                "INSERT INTO membership (phone_account_id, kind, division_code, state, requested_at)"
                        + " VALUES (?, 'VOLUNTEER', '" + Town.CODE + "', 'CONFIRMED', NOW())",
                this.people.stream().map(id -> new Object[] {id}).toList());
    }

    @Test
    @Order(1)
    @Clause("JS-22")
    void makesOneClaimerOfManyPeopleOnOneWish() throws Exception {
        long wish = wishes(1).get(0);
        Tally tally = new Tally();
        long began = System.nanoTime();
        rush(this.people, person -> tally.of(claim(this.port, token(person), wish)));
        double seconds = seconds(began);
        report("one wish, one server", tally, seconds, PEOPLE);
        assertThat(tally.count(200)).as(tally.toString()).isEqualTo(1);
        assertThat(tally.count(409)).as(tally.toString()).isEqualTo(PEOPLE - 1);
        exact();
    }

    @Test
    @Order(2)
    void leavesNoWishWithTwoClaimersAndNobodyOverTheLimitOnTwoServersOfWhichOneIsKilled() throws Exception {
        List<Long> wishes = wishes(WISHES);
        ServerProcess second =
                ServerProcess.beside(this.environment, Files.createDirectories(Path.of("target/sandbox-claim-second")));
        AtomicInteger asked = new AtomicInteger();
        Map<Long, List<Long>> acknowledged = new ConcurrentHashMap<>();
        Tally tally = new Tally();
        Thread killer = new Thread(() -> killAfter(second, asked, PEOPLE * TRIES / 3), "killer");
        killer.start();
        long began = System.nanoTime();
        rush(this.people, person -> {
            Random random = new Random(person);
            String token = token(person);
            for (int n = 0; n < TRIES; n++) {
                long wish = wishes.get(random.nextInt(wishes.size()));
                int status = asked.getAndIncrement() % 2 == 0
                        ? either(second.port(), token, wish)
                        : claim(this.port, token, wish);
                tally.of(status);
                if (status == 200) {
                    acknowledged
                            .computeIfAbsent(person, first -> new ArrayList<>())
                            .add(wish);
                }
            }
        });
        double seconds = seconds(began);
        killer.join();
        report(wishes.size() + " wishes, two servers, one killed", tally, seconds, PEOPLE * TRIES);
        assertThat(tally.only(200, 409)).as("friendly answers alone: " + tally).isTrue();
        exact();
        acknowledged.forEach((person, promised) -> promised.forEach(wish -> assertThat(this.jdbc.queryForObject(
                        "SELECT COUNT(*) FROM wish_claim WHERE live_wish_id = ? AND phone_account_id = ?",
                        Integer.class,
                        wish,
                        person))
                .as("what was acknowledged is there")
                .isEqualTo(1)));
    }

    /** A figure for the report, with no bound here: a busy machine proves nothing about either. */
    @Test
    @Order(3)
    void measuresItselfOnOneWishAgainstABareCompareAndSet() throws Exception {
        measure(1);
    }

    @Test
    @Order(4)
    void measuresItselfOnManyWishesAgainstABareCompareAndSet() throws Exception {
        measure(WISHES);
    }

    /** Everybody asks for one of {@code number} wishes, the same for both. */
    private void measure(int number) throws Exception {
        List<PhoneCaller> callers = this.people.stream()
                .map(id -> new PhoneCaller(id, "", this.memberships.confirmed(id)))
                .toList();
        Map<Long, Integer> choice = new HashMap<>();
        Random random = new Random(number);
        this.people.forEach(person -> choice.put(person, random.nextInt(number)));
        int winners = Set.copyOf(choice.values()).size();
        List<Double> ratios = new ArrayList<>();
        double ours = 0;
        double bare = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // Whoever is first again and again would have promised too much in the end.
            this.jdbc.update("DELETE FROM wish_claim");
            List<Long> promised = wishes(number);
            AtomicInteger won = new AtomicInteger();
            long began = System.nanoTime();
            rush(callers, caller -> won.addAndGet(promise(caller, promised.get(choice.get(caller.accountId())))));
            ours = seconds(began);
            List<Long> others = wishes(number);
            AtomicInteger set = new AtomicInteger();
            began = System.nanoTime();
            rush(this.people, person -> set.addAndGet(bare(others.get(choice.get(person)))));
            bare = seconds(began);
            assertThat(won.get()).isEqualTo(winners);
            assertThat(set.get()).isEqualTo(winners);
            // The first half is for the compiler.
            if (round >= ROUNDS / 2) {
                ratios.add(bare / ours);
            }
        }
        ratios.sort(null);
        double ratio = ratios.get(ratios.size() / 2);
        line("%s, in the server, against a bare compare-and-set | %d | %d | %d | %.1f | %.0f %% of %.0f/s | %s"
                .formatted(
                        number == 1 ? "one wish" : number + " wishes",
                        PEOPLE,
                        winners,
                        PEOPLE - winners,
                        ours,
                        100 * ratio,
                        PEOPLE / bare,
                        ratio >= 0.6 ? "ok" : "below 60 %"));
    }

    private void exact() {
        assertThat(count("SELECT COUNT(*) FROM (SELECT wish_id FROM wish_claim WHERE ended_at IS NULL GROUP BY wish_id"
                        + " HAVING COUNT(*) > 1) t"))
                .as("wishes with two claimers")
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM (SELECT phone_account_id FROM wish_claim WHERE ended_at IS NULL"
                        + " GROUP BY phone_account_id HAVING COUNT(*) > " + LIMIT + ") t"))
                .as("people over the limit")
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM wish w LEFT JOIN wish_claim k ON k.live_wish_id = w.id"
                        + " WHERE (w.state = 'CLAIMED') <> (k.id IS NOT NULL)"))
                .as("wishes that are half claimed")
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM wish_step WHERE step = 'CLAIMED'"))
                .as("every promise with its step")
                .isEqualTo(count("SELECT COUNT(*) FROM wish_claim"));
    }

    private void report(String what, Tally tally, double seconds, int asked) throws Exception {
        int won = count("SELECT COUNT(*) FROM wish_claim WHERE ended_at IS NULL");
        line("%s | %d | %d | %d | %.1f | %.0f/s | %s"
                .formatted(
                        what,
                        asked,
                        won,
                        tally.count(409),
                        seconds,
                        asked / seconds,
                        tally.only(200, 409) ? "ok" : "not ok: " + tally));
    }

    private static synchronized void line(String line) throws Exception {
        String head =
                "| rush | asked | promised | friendly no | s | pace | verdict |\n| --- | --- | --- | --- | --- | --- | --- |\n";
        String before =
                line.startsWith("one wish, one server") || !Files.exists(REPORT) ? head : Files.readString(REPORT);
        Files.writeString(REPORT, before + "| " + line + " |\n");
        System.out.println(line);
    }

    private List<Long> wishes(int number) throws Exception {
        Long last = this.jdbc.queryForObject("SELECT COALESCE(MAX(id), 1000) FROM child", Long.class);
        List<Long> children =
                LongStream.rangeClosed(last + 1, last + number).boxed().toList();
        List<String> villages = this.jdbc.queryForList(
                "SELECT code FROM division WHERE parent_code = ? ORDER BY code", String.class, Town.CODE);
        insert(
                "INSERT INTO child (id, name, pinyin, initials, sex, birth_on, no_id_reason, village_code, household_id,"
                        + " registered_on) VALUES (?, '孟小满', 'mengxiaoman', 'mxm', 'MALE', '2015-05-05', '还没上户口', ?, 1,"
                        + " '2024-01-01')",
                children.stream()
                        .map(id -> new Object[] {id, villages.get((int) (id % villages.size()))})
                        .toList());
        String since = LocalDateTime.now(TongxingApplication.ZONE).minusDays(3).toString();
        insert(
                "INSERT INTO wish (child_id, township_code, alias, age_band, what, why, state, proposed_by, proposed_at,"
                        + " published_at) VALUES (?, '" + Town.CODE + "', '小溪', '8～9 岁', '一本书', '想看', 'OPEN', 1, ?, ?)",
                children.stream().map(id -> new Object[] {id, since, since}).toList());
        return this.jdbc.queryForList("SELECT id FROM wish WHERE child_id > ? ORDER BY id", Long.class, last);
    }

    private void insert(String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += 1000) {
            this.jdbc.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + 1000)));
        }
    }

    private static <T> void rush(List<T> all, Deed<T> deed) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE);
        List<Callable<Void>> deeds = new ArrayList<>();
        for (T one : all) {
            deeds.add(() -> {
                deed.doFor(one);
                return null;
            });
        }
        try {
            for (Future<Void> done : crowd.invokeAll(deeds)) {
                done.get();
            }
        } finally {
            crowd.shutdown();
        }
    }

    private String token(long person) {
        return this.tokens.issue(person).value();
    }

    /** Asks the server that may be gone, and the other one then, as nginx would. */
    private int either(int port, String token, long wish) throws Exception {
        try {
            return claim(port, token, wish);
        } catch (IOException gone) {
            return claim(this.port, token, wish);
        }
    }

    private static int claim(int port, String token, long wish) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/phone/wishes/" + wish + "/claim"))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private int promise(PhoneCaller caller, long wish) {
        try {
            this.claims.claim(caller, wish);
            return 1;
        } catch (Refusal taken) {
            assertThat(taken.getCode()).isEqualTo(ProblemCode.WISH_TAKEN);
            return 0;
        }
    }

    private int bare(long wish) throws Exception {
        try (Connection connection = this.database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE wish SET state = 'CLAIMED', changed_at = NOW(3), version = version + 1"
                                + " WHERE id = ? AND state = 'OPEN'")) {
            update.setLong(1, wish);
            return update.executeUpdate();
        }
    }

    private static void killAfter(ServerProcess server, AtomicInteger asked, int many) {
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> asked.get() >= many);
        try {
            server.kill();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private int count(String query) {
        return this.jdbc.queryForObject(query, Integer.class);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** What somebody does in a rush. */
    private interface Deed<T> {

        void doFor(T one) throws Exception;
    }

    /** How often each status was answered. */
    private static final class Tally {

        private final Map<Integer, AtomicInteger> counts = new ConcurrentHashMap<>();

        void of(int status) {
            this.counts.computeIfAbsent(status, first -> new AtomicInteger()).incrementAndGet();
        }

        int count(int status) {
            return this.counts.getOrDefault(status, new AtomicInteger()).get();
        }

        boolean only(Integer... statuses) {
            return List.of(statuses).containsAll(this.counts.keySet());
        }

        @Override
        public String toString() {
            return this.counts.toString();
        }
    }
}
